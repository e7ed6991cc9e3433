package prunesweep.trainer.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatasetPlacesTest {

  private static final Path HOME = Path.of("/home/ada");
  private static final Path WORK = Path.of("/home/ada/sweeps");

  @Test
  void systemThenProjectThenCache() {
    assertThat(DatasetPlaces.of(Map.of(), HOME, WORK).directories("mnist"))
        .containsExactly(
            Path.of("/usr/share/datasets/mnist"),
            Path.of("/usr/local/share/datasets/mnist"),
            Path.of("/home/ada/sweeps/data/mnist"),
            Path.of("/home/ada/.cache/prunesweep/datasets/mnist"));
  }

  @Test
  void theCacheIsWhereXdgSays() {
    assertThat(cache(Map.of("XDG_CACHE_HOME", "/var/caches", "HOME", "/home/bob")))
        .isEqualTo(Path.of("/var/caches/prunesweep/datasets/mnist"));
  }

  @Test
  void anEmptyOrRelativeXdgDoesNotCount() {
    Path inHome = Path.of("/home/bob/.cache/prunesweep/datasets/mnist");
    assertThat(cache(Map.of("XDG_CACHE_HOME", "", "HOME", "/home/bob"))).isEqualTo(inHome);
    assertThat(cache(Map.of("XDG_CACHE_HOME", "caches", "HOME", "/home/bob"))).isEqualTo(inHome);
  }

  private static Path cache(Map<String, String> environment) {
    return DatasetPlaces.of(environment, HOME, WORK).cached("mnist");
  }
}

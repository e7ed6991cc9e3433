package prunesweep.driver.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShippedJarsTest {

  private static final Map<String, String> CONFIG =
      Map.of("spark.jars", "hdfs://host/a.jar,b.jar", "spark.executor.memory", "2g");

  @Test
  void standBehindThoseOfTheConfig() {
    assertThat(ShippedJars.with(List.of(Path.of("/x/my.jar"), Path.of("/y/z.jar")), CONFIG))
        .containsOnly(
            Map.entry("spark.jars", "hdfs://host/a.jar,b.jar,file:///x/my.jar,file:///y/z.jar"),
            Map.entry("spark.executor.memory", "2g"));
    assertThat(ShippedJars.with(List.of(Path.of("/x/my.jar")), Map.of("spark.jars", " ")))
        .containsOnly(Map.entry("spark.jars", "file:///x/my.jar"));
  }

  @Test
  void areNamedSoThatSparkFindsThem() {
    assertThat(ShippedJars.with(List.of(Path.of("/a folder, mine/m.jar")), Map.of()))
        .containsOnly(Map.entry("spark.jars", "file:///a%20folder%2C%20mine/m.jar"));
  }

  @Test
  void changeNothingWhereThereAreNone() {
    assertThat(ShippedJars.with(List.of(), CONFIG)).isEqualTo(CONFIG);
  }
}

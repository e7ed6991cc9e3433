package prunesweep.trainer.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.trainer.data.DataException;
import prunesweep.trainer.data.file.DiskFile;
import prunesweep.trainer.data.idx.IdxFile;

class DatasetLocatorTest {

  private static final KnownDataset SMALL = SmallDataset.known();

  @TempDir Path root;
  private Path first;
  private Path second;
  private Path cache;
  private DatasetLocator locator;

  @BeforeEach
  void places() {
    first = root.resolve("first").resolve("small");
    second = root.resolve("second").resolve("small");
    cache = root.resolve("cache").resolve("small");
    locator =
        new DatasetLocator(
            new DatasetPlaces(
                List.of(root.resolve("first"), root.resolve("second")), root.resolve("cache")));
  }

  @Test
  void findsNothingWhereNothingIs() {
    assertThat(locator.whereabouts(SMALL)).isEmpty();
  }

  @Test
  void looksIntoTheCacheLast() {
    SmallDataset.write(cache);
    assertThat(locator.whereabouts(SMALL)).contains(cache.toString());
    SmallDataset.write(second);
    assertThat(locator.whereabouts(SMALL)).contains(second.toString());
    SmallDataset.write(first);
    assertThat(locator.whereabouts(SMALL)).contains(first.toString());
  }

  @Test
  void takesAnUncompressedFileBeforeACompressedOne() throws IOException {
    SmallDataset.write(first);
    Path plain = first.resolve(IdxFile.TEST_LABELS.fileName());
    Files.write(plain, SmallDataset.content(IdxFile.TEST_LABELS));
    DatasetFiles files = locator.find(SMALL).orElseThrow();
    assertThat(files.sources())
        .containsEntry(IdxFile.TEST_LABELS, new DiskFile(plain))
        .containsEntry(
            IdxFile.TRAIN_LABELS, new DiskFile(first.resolve(IdxFile.TRAIN_LABELS.gzipName())));
  }

  @Test
  void takesAFileBeforeADirectoryOfItsName() throws IOException {
    SmallDataset.write(first);
    Files.createDirectory(first.resolve(IdxFile.TEST_LABELS.fileName()));
    assertThat(locator.find(SMALL).orElseThrow().sources())
        .containsEntry(
            IdxFile.TEST_LABELS, new DiskFile(first.resolve(IdxFile.TEST_LABELS.gzipName())));
  }

  @Test
  void passesOverAnIncompleteDirectory() throws IOException {
    SmallDataset.write(first);
    Files.delete(first.resolve(IdxFile.TEST_LABELS.gzipName()));
    SmallDataset.write(second);
    assertThat(locator.whereabouts(SMALL)).contains(second.toString());
  }

  @Test
  void saysWhereItLookedAndWhatIsIncomplete() throws IOException {
    SmallDataset.write(second);
    Files.delete(second.resolve(IdxFile.TEST_LABELS.gzipName()));
    assertThatThrownBy(() -> locator.require(SMALL, Optional.empty()))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot load small: its four files must be in one of %s, %s (incomplete: lacks"
                + " t10k-labels-idx1-ubyte), %s, got none there; fetch the data set or set"
                + " dataset.dir",
            first, second, cache);
  }

  @Test
  void looksOnlyIntoTheConfiguredDirectory() throws IOException {
    SmallDataset.write(first);
    Path configured = SmallDataset.write(root.resolve("mine"));
    assertThat(locator.require(SMALL, Optional.of(configured)).where())
        .isEqualTo(configured.toString());
    Files.delete(configured.resolve(IdxFile.TRAIN_IMAGES.gzipName()));
    Files.delete(configured.resolve(IdxFile.TEST_LABELS.gzipName()));
    assertThatThrownBy(() -> locator.require(SMALL, Optional.of(configured)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot load small: dataset.dir must hold its four files (plain or .gz), got %s without"
                + " train-images-idx3-ubyte, t10k-labels-idx1-ubyte",
            configured);
  }

  @Test
  void refusesAConfiguredDirectoryThatIsNone() throws IOException {
    Path file = Files.createFile(root.resolve("file"));
    for (Path wrong : List.of(file, root.resolve("missing"))) {
      assertThatThrownBy(() -> locator.require(SMALL, Optional.of(wrong)))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "Cannot load small: dataset.dir must be an existing directory, got %s", wrong);
    }
  }
}

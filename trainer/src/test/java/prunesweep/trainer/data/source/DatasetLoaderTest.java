package prunesweep.trainer.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.trainer.data.ByteFeatures;
import prunesweep.trainer.data.DataException;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.data.LoadedDataset;
import prunesweep.trainer.data.idx.IdxBytes;
import prunesweep.trainer.data.idx.IdxFile;
import prunesweep.trainer.spec.Normalisation;

class DatasetLoaderTest {

  private static final String LABELS = "train-labels-idx1-ubyte.gz";

  @TempDir Path root;
  private Path first;
  private Path second;
  private Path cache;
  private DatasetLoader loader;

  @BeforeEach
  void places() {
    first = root.resolve("first");
    second = root.resolve("second");
    cache = root.resolve("cache");
    loader =
        new DatasetLoader(
            SmallDataset.catalogue(), new DatasetPlaces(List.of(first, second), cache));
  }

  @Test
  void splitsTheFirstTenthOff() {
    SmallDataset.write(first.resolve("small"));
    Dataset dataset = load(Optional.empty()).dataset();
    assertThat(dataset.name()).isEqualTo("small");
    assertThat(dataset.classes()).isEqualTo(10);
    assertThat(dataset.inputs()).isEqualTo(12);
    assertThat(dataset.validation().count()).isEqualTo(2);
    assertThat(dataset.training().count()).isEqualTo(18);
    assertThat(dataset.test().count()).isEqualTo(5);
    assertThat(dataset.validation().label(1)).isEqualTo(1);
    assertThat(dataset.training().label(0)).isEqualTo(2);
    assertThat(dataset.training().features()).isSameAs(dataset.validation().features());
  }

  @Test
  void publishedContentIsMarkedByNothing() {
    SmallDataset.write(second.resolve("small"));
    assertThat(load(Optional.empty()).content()).isEmpty();
  }

  @Test
  void publishedContentIsPublishedWhereverItIs() throws IOException {
    Path configured = SmallDataset.write(root.resolve("mine"));
    for (IdxFile file : IdxFile.values()) {
      Files.delete(configured.resolve(file.gzipName()));
      Files.write(configured.resolve(file.fileName()), SmallDataset.content(file));
    }
    assertThat(load(Optional.of(configured)).content()).isEmpty();
  }

  @Test
  void otherContentInAConfiguredDirectoryIsMarked() throws IOException {
    Path configured = SmallDataset.write(root.resolve("mine"));
    byte[] labels = SmallDataset.content(IdxFile.TRAIN_LABELS);
    labels[8] = 9;
    Files.write(configured.resolve(LABELS), labels);
    LoadedDataset changed = load(Optional.of(configured));
    assertThat(changed.content()).matches("[0-9a-f]{64}");
    assertThat(changed.spec().content()).isEqualTo(changed.content());
    assertThat(changed.dataset().validation().label(0)).isEqualTo(9);
    labels[8] = 8;
    Files.write(configured.resolve(LABELS), labels);
    touch(configured.resolve(LABELS));
    assertThat(load(Optional.of(configured)).content()).isNotEqualTo(changed.content());
  }

  @Test
  void theMarkIsMadeFromTheFourSums() throws IOException {
    Path configured = SmallDataset.write(root.resolve("mine"));
    byte[] labels = IdxBytes.join(IdxBytes.header(IdxBytes.LABELS, 20), new byte[20]);
    Files.write(configured.resolve(LABELS), labels);
    KnownDataset known = SmallDataset.known();
    String text =
        """
        train-images-idx3-ubyte=%s
        train-labels-idx1-ubyte=%s
        t10k-images-idx3-ubyte=%s
        t10k-labels-idx1-ubyte=%s
        """
            .formatted(
                known.sum(IdxFile.TRAIN_IMAGES),
                SmallDataset.sum(labels),
                known.sum(IdxFile.TEST_IMAGES),
                known.sum(IdxFile.TEST_LABELS));
    assertThat(load(Optional.of(configured)).content())
        .isEqualTo(SmallDataset.sum(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void otherContentElsewhereIsRefusedWithBothSums() throws IOException {
    Path found = SmallDataset.write(cache.resolve("small"));
    byte[] labels = SmallDataset.content(IdxFile.TRAIN_LABELS);
    labels[8] = 9;
    Files.write(found.resolve(LABELS), labels);
    assertThatThrownBy(() -> load(Optional.empty()))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot read %s: the SHA-256 of its uncompressed content must be %s as published for"
                + " small, got %s",
            found.resolve(LABELS),
            SmallDataset.known().sum(IdxFile.TRAIN_LABELS),
            SmallDataset.sum(labels));
  }

  @Test
  void aWrongCopyIsNotPassedOverForARightOne() throws IOException {
    Path wrong = SmallDataset.write(first.resolve("small"));
    SmallDataset.write(second.resolve("small"));
    Files.write(wrong.resolve(LABELS), IdxBytes.join(IdxBytes.header(0x801, 20), new byte[20]));
    assertThatThrownBy(() -> load(Optional.empty()))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("Cannot read " + wrong.resolve(LABELS));
  }

  @Test
  void twoCallersShareOneCopy() {
    SmallDataset.write(first.resolve("small"));
    Dataset one = load(Optional.empty()).dataset();
    Dataset two = load(Optional.empty()).dataset();
    assertThat(two.training().features()).isSameAs(one.training().features());
    assertThat(two.test().labels()).isSameAs(one.test().labels());
  }

  @Test
  void manyThreadsShareOneCopy() throws Exception {
    SmallDataset.write(first.resolve("small"));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<LoadedDataset>> answers = new ArrayList<>();
      for (int caller = 0; caller < 32; caller++) {
        answers.add(threads.submit(() -> load(Optional.empty())));
      }
      LoadedDataset one = answers.get(0).get();
      for (Future<LoadedDataset> answer : answers) {
        assertThat(answer.get()).isSameAs(one);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void changedFilesAreReadAgain() throws IOException {
    Path configured = SmallDataset.write(root.resolve("mine"));
    LoadedDataset before = load(Optional.of(configured));
    touch(configured.resolve(LABELS));
    LoadedDataset after = load(Optional.of(configured));
    assertThat(pixels(after)).isNotSameAs(pixels(before)).isEqualTo(pixels(before));
  }

  @Test
  void aFailureIsNotKept() throws IOException {
    Path configured = SmallDataset.write(root.resolve("mine"));
    Files.write(configured.resolve(LABELS), new byte[0]);
    assertThatThrownBy(() -> load(Optional.of(configured))).isInstanceOf(DataException.class);
    SmallDataset.write(configured);
    assertThat(load(Optional.of(configured)).content()).isEmpty();
  }

  private LoadedDataset load(Optional<Path> directory) {
    return loader.load(SmallDataset.NAME, directory);
  }

  private static byte[] pixels(LoadedDataset loaded) {
    return ((ByteFeatures) loaded.dataset().training().features()).values();
  }

  private static void touch(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2001-02-03T04:05:06Z")));
  }

  @ParameterizedTest
  @EnumSource
  void theNormalisationIsPartOfWhatIsLoaded(Normalisation normalisation) {
    DatasetRequest request =
        new DatasetRequest(
            "fashion-mnist-sample", new DatasetOrigin.Known(Optional.empty()), normalisation);
    LoadedDataset loaded = DatasetLoader.ofThisUser().load(request);
    assertThat(loaded.spec().normalisation()).isEqualTo(normalisation);
    assertThat(loaded.content()).isEmpty();
    assertThat(loaded.dataset().training().count()).isEqualTo(3600);
    assertThat(loaded).isSameAs(DatasetLoader.ofThisUser().load(request));
  }
}

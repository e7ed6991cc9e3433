package prunesweep.trainer.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.trainer.data.DataException;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.data.LoadedDataset;
import prunesweep.trainer.data.idx.IdxBytes;
import prunesweep.trainer.data.idx.IdxFile;
import prunesweep.trainer.data.source.DatasetOrigin.IdxFiles;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.spec.Normalisation;

/** A user's own IDX files: any size of images, any number of classes. */
class OwnIdxFilesTest {

  @TempDir Path directory;

  private final Map<IdxFile, Path> files = new EnumMap<>(IdxFile.class);
  private DatasetLoader loader;

  /** 30 training and 6 test images of 5 x 3 pixels in three classes, under names of any kind. */
  @BeforeEach
  void threeClasses() {
    loader = new DatasetLoader(SmallDataset.catalogue(), new DatasetPlaces(List.of(), directory));
    write(IdxFile.TRAIN_IMAGES, "a", IdxBytes.images(30, 5, 3, 1));
    write(IdxFile.TRAIN_LABELS, "b.gz", IdxBytes.gzip(labels(30, index -> index % 3)));
    write(IdxFile.TEST_IMAGES, "c.bin", IdxBytes.images(6, 5, 3, 2));
    write(IdxFile.TEST_LABELS, "d", labels(6, index -> 2 - index % 3));
  }

  private void write(IdxFile file, String name, byte[] content) {
    try {
      files.put(file, Files.write(directory.resolve(name), content));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] labels(int count, IntUnaryOperator label) {
    byte[] values = new byte[count];
    IntStream.range(0, count).forEach(index -> values[index] = (byte) label.applyAsInt(index));
    return IdxBytes.join(IdxBytes.header(IdxBytes.LABELS, count), values);
  }

  private LoadedDataset load() {
    return load(Optional.empty());
  }

  private LoadedDataset load(Optional<Integer> classes) {
    return loader.load(
        new DatasetRequest("mine", new IdxFiles(files, classes), Normalisation.BYTE));
  }

  @Test
  void areSplitAsAllAre() {
    Dataset dataset = load().dataset();

    assertThat(dataset.name()).isEqualTo("mine");
    assertThat(dataset.inputs()).isEqualTo(15);
    assertThat(dataset.classes()).isEqualTo(3);
    assertThat(dataset.validation().count()).isEqualTo(3);
    assertThat(dataset.training().count()).isEqualTo(27);
    assertThat(dataset.test().count()).isEqualTo(6);
    assertThat(dataset.training().label(1)).isEqualTo(1);
    assertThat(dataset.test().label(0)).isEqualTo(2);
  }

  @Test
  void mayHaveMoreClassesThanABytesPositiveHalf() {
    write(IdxFile.TRAIN_IMAGES, "a", IdxBytes.images(600, 1, 2, 1));
    write(IdxFile.TRAIN_LABELS, "b", labels(600, index -> index % 256));
    write(IdxFile.TEST_IMAGES, "c", IdxBytes.images(1, 1, 2, 1));
    write(IdxFile.TEST_LABELS, "d", labels(1, index -> 255));
    Dataset dataset = load().dataset();

    assertThat(dataset.classes()).isEqualTo(256);
    assertThat(dataset.test().label(0)).isEqualTo(255);
  }

  @Test
  void areMarkedByWhatTheyHoldAndNotByWhereTheyLie() {
    String content = load().content();
    assertThat(content).matches("[0-9a-f]{64}");

    write(IdxFile.TRAIN_LABELS, "elsewhere", labels(30, index -> index % 3));
    assertThat(load().content()).isEqualTo(content);
    write(IdxFile.TEST_LABELS, "d", labels(6, index -> 1));
    assertThat(load().content()).isNotEqualTo(content);
  }

  @Test
  void aDeclaredNumberOfClassesIsPartOfTheContentWhereTheLabelsDoNotShowIt() {
    assertThat(load(Optional.of(3)).content()).isEqualTo(load().content());
    assertThat(load(Optional.of(4)).content()).isNotEqualTo(load().content());
    assertThat(load(Optional.of(4)).dataset().classes()).isEqualTo(4);
  }

  @Test
  void haveANameOfTheirOwn() {
    DatasetRequest request =
        new DatasetRequest(
            SmallDataset.NAME, new IdxFiles(files, Optional.empty()), Normalisation.BYTE);
    assertThatThrownBy(() -> loader.load(request))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot load data set: dataset.name must be a name of your own for files of your own,"
                + " got small");
  }

  @Test
  void mustNotLackAClass() {
    write(IdxFile.TRAIN_LABELS, "b", labels(30, index -> index % 3 == 1 ? 3 : index % 3));
    refuse(
        "b",
        "its labels after the first tenth, which is held out, must be all of 0 to 3 (or"
            + " dataset.classes declared), got no 1");
    assertThat(load(Optional.of(4)).dataset().classes()).isEqualTo(4);
  }

  @Test
  void mustNotShowAClassInTheHeldOutTenthAlone() {
    write(IdxFile.TRAIN_LABELS, "b", labels(30, index -> index < 3 ? 2 : index % 2));
    refuse(
        "b",
        "its labels after the first tenth, which is held out, must be all of 0 to 2 (or"
            + " dataset.classes declared), got no 2");
  }

  @Test
  void mustHaveTwoClasses() {
    write(IdxFile.TRAIN_LABELS, "b", labels(30, index -> 0));
    refuse("b", "its number of classes must be from 2 to 1000, got 1");
  }

  @Test
  void mustNotTestWhatTheyDoNotTrain() {
    write(IdxFile.TEST_LABELS, "d", labels(6, index -> index == 4 ? 3 : 0));
    refuse("d", "label 4 must be from 0 to 2, got 3");
  }

  @Test
  void mustKeepToTheDeclaredClasses() {
    assertThatThrownBy(() -> load(Optional.of(2)))
        .hasMessage(
            "Cannot read %s: label 2 must be from 0 to 1, got 2", files.get(IdxFile.TRAIN_LABELS));
    assertThatThrownBy(() -> load(Optional.of(1)))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessage("classes must be from 2 to 1000, got 1");
  }

  @Test
  void mustBeThere() throws IOException {
    Files.delete(directory.resolve("c.bin"));
    refuse("c.bin", "it must be an existing file, got nothing there");
  }

  private void refuse(String file, String rest) {
    assertThatThrownBy(this::load)
        .isInstanceOf(DataException.class)
        .hasMessage("Cannot read %s: %s", directory.resolve(file), rest);
  }
}

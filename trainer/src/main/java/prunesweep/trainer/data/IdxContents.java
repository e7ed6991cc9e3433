package prunesweep.trainer.data;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What four IDX files hold: read, checked one by one and with each other. */
final class IdxContents {

  private final Map<IdxFile, IdxArray> arrays;

  private IdxContents(Map<IdxFile, IdxArray> arrays) {
    this.arrays = arrays;
  }

  /**
   * Reads {@code sources}, all four; each file alone is good then.
   *
   * @throws DataException naming the file, the rule it breaks and the value found
   */
  static IdxContents read(Map<IdxFile, IdxSource> sources) {
    Map<IdxFile, IdxArray> arrays = new EnumMap<>(IdxFile.class);
    sources.forEach((file, source) -> arrays.put(file, IdxReader.read(source, file.kind())));
    return new IdxContents(arrays);
  }

  /**
   * Returns if there is a label an image, images of one size, and enough to train on.
   *
   * @throws DataException naming the file, the rule it breaks and the value found
   */
  void requireAgreement() {
    requireEqualCounts(IdxFile.TRAIN_IMAGES, IdxFile.TRAIN_LABELS);
    requireEqualCounts(IdxFile.TEST_IMAGES, IdxFile.TEST_LABELS);
    requireEqualSizes();
    IdxArray train = array(IdxFile.TRAIN_IMAGES);
    TrainFile.requireEnough(train.file(), "images", train.count());
  }

  private void requireEqualCounts(IdxFile imageFile, IdxFile labelFile) {
    IdxArray images = array(imageFile);
    IdxArray labels = array(labelFile);
    if (images.count() != labels.count()) {
      throw DataException.unreadable(
          labels.file(),
          "its number of labels",
          "%d as the images of %s".formatted(images.count(), images.file()),
          labels.count());
    }
  }

  private void requireEqualSizes() {
    IdxArray train = array(IdxFile.TRAIN_IMAGES);
    IdxArray test = array(IdxFile.TEST_IMAGES);
    if (train.rows() != test.rows() || train.columns() != test.columns()) {
      throw DataException.unreadable(
          test.file(),
          "the size of its images",
          "%s as in %s".formatted(train.imageSize(), train.file()),
          test.imageSize());
    }
  }

  IdxArray array(IdxFile file) {
    return Objects.requireNonNull(arrays.get(file));
  }

  FileLabels trainLabels() {
    return array(IdxFile.TRAIN_LABELS).labels();
  }

  FileLabels testLabels() {
    return array(IdxFile.TEST_LABELS).labels();
  }

  /** The data set before normalisation. */
  RawDataset raw(String name, int classes) {
    return new RawDataset(
        name,
        classes,
        array(IdxFile.TRAIN_IMAGES).pixels(),
        trainLabels().values(),
        array(IdxFile.TEST_IMAGES).pixels(),
        testLabels().values());
  }

  /** A line a file, {@code name=sum}, in the order of {@link IdxFile}. */
  String sums() {
    return Arrays.stream(IdxFile.values())
        .map(file -> file.fileName() + "=" + array(file).sha256() + "\n")
        .collect(Collectors.joining());
  }
}

package prunesweep.trainer.data.idx;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import prunesweep.trainer.data.DataException;
import prunesweep.trainer.data.FileLabels;
import prunesweep.trainer.data.RawDataset;
import prunesweep.trainer.data.TrainingSplit;
import prunesweep.trainer.data.file.DataFile;

/** Contents of four IDX files: read, checked one by one and with each other. */
public final class IdxContents {

  private final Map<IdxFile, IdxArray> arrays;

  private IdxContents(Map<IdxFile, IdxArray> arrays) {
    this.arrays = arrays;
  }

  /**
   * Reads {@code sources}, all four, and checks each by itself.
   *
   * @throws DataException naming the file, the rule it breaks and the value found
   */
  public static IdxContents read(Map<IdxFile, DataFile> sources) {
    Map<IdxFile, IdxArray> arrays = new EnumMap<>(IdxFile.class);
    sources.forEach((file, source) -> arrays.put(file, IdxReader.read(source, file.kind())));
    return new IdxContents(arrays);
  }

  /**
   * Checks that there is a label for each image, that all images have one size and that there are
   * enough to train on.
   *
   * @throws DataException naming the file, the rule it breaks and the value found
   */
  public void requireAgreement() {
    requireEqualCounts(IdxFile.TRAIN_IMAGES, IdxFile.TRAIN_LABELS);
    requireEqualCounts(IdxFile.TEST_IMAGES, IdxFile.TEST_LABELS);
    requireEqualSizes();
    IdxArray train = array(IdxFile.TRAIN_IMAGES);
    TrainingSplit.requireEnough(train.file(), "images", train.count());
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

  /** The name of {@code file}, for messages. */
  public String name(IdxFile file) {
    return array(file).file();
  }

  /** SHA-256 of the whole uncompressed content of {@code file}, in hexadecimal. */
  public String sha256(IdxFile file) {
    return array(file).sha256();
  }

  private IdxArray array(IdxFile file) {
    return Objects.requireNonNull(arrays.get(file));
  }

  /** The labels of the train file, 0..255 each. */
  public FileLabels trainLabels() {
    return array(IdxFile.TRAIN_LABELS).labels();
  }

  /** The labels of the test file, 0..255 each. */
  public FileLabels testLabels() {
    return array(IdxFile.TEST_LABELS).labels();
  }

  /** The data set before normalisation, called {@code name}, of {@code classes} classes. */
  public RawDataset raw(String name, int classes) {
    return new RawDataset(
        name,
        classes,
        array(IdxFile.TRAIN_IMAGES).pixels(),
        trainLabels().values(),
        array(IdxFile.TEST_IMAGES).pixels(),
        testLabels().values());
  }

  /** A line a file, {@code name=sum}, in the order of {@link IdxFile}. */
  public String sums() {
    return Arrays.stream(IdxFile.values())
        .map(file -> file.fileName() + "=" + array(file).sha256() + "\n")
        .collect(Collectors.joining());
  }
}

package prunesweep.trainer.data;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import prunesweep.trainer.data.DatasetFiles.Contents;

/** What the four files of a known data set hold: read, checked one by one and with each other. */
final class DatasetContents {

  private static final int LEAST_TRAINING = 10;

  private final KnownDataset known;
  private final Map<IdxFile, IdxArray> arrays;

  private DatasetContents(KnownDataset known, Map<IdxFile, IdxArray> arrays) {
    this.known = known;
    this.arrays = arrays;
  }

  /**
   * Reads {@code files} as those of {@code known}.
   *
   * @throws DataException naming the file, the rule it breaks and the value found
   */
  static DatasetContents read(KnownDataset known, DatasetFiles files) {
    Map<IdxFile, IdxArray> arrays = new EnumMap<>(IdxFile.class);
    files
        .sources()
        .forEach((file, source) -> arrays.put(file, IdxReader.read(source, file.kind())));
    if (files.contents() == Contents.PUBLISHED) {
      arrays.forEach((file, array) -> requirePublished(known, file, array));
    }
    DatasetContents contents = new DatasetContents(known, arrays);
    contents.requireAgreement();
    return contents;
  }

  /** Refuses {@code array} if it is not what the publishers' {@code file} holds. */
  static void requirePublished(KnownDataset known, IdxFile file, IdxArray array) {
    if (!array.sha256().equals(known.sum(file))) {
      throw DataException.unreadable(
          array.file(),
          "the SHA-256 of its uncompressed content",
          "%s as published for %s".formatted(known.sum(file), known.name()),
          array.sha256());
    }
  }

  private void requireAgreement() {
    requireEqualCounts(IdxFile.TRAIN_IMAGES, IdxFile.TRAIN_LABELS);
    requireEqualCounts(IdxFile.TEST_IMAGES, IdxFile.TEST_LABELS);
    requireKnownLabels(array(IdxFile.TRAIN_LABELS));
    requireKnownLabels(array(IdxFile.TEST_LABELS));
    requireEqualSizes();
    requireEnoughToSplit();
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

  private void requireKnownLabels(IdxArray labels) {
    byte[] values = labels.values();
    for (int index = 0; index < values.length; index++) {
      if (Byte.toUnsignedInt(values[index]) >= known.classes()) {
        throw DataException.unreadable(
            labels.file(),
            "label " + index,
            "from 0 to %d".formatted(known.classes() - 1),
            Byte.toUnsignedInt(values[index]));
      }
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

  private void requireEnoughToSplit() {
    IdxArray train = array(IdxFile.TRAIN_IMAGES);
    if (train.count() < LEAST_TRAINING) {
      throw DataException.unreadable(
          train.file(),
          "its number of training images",
          "at least %d, of which a tenth is held out".formatted(LEAST_TRAINING),
          train.count());
    }
  }

  private IdxArray array(IdxFile file) {
    return Objects.requireNonNull(arrays.get(file));
  }

  /** The data set, its train file split into training and validation images. */
  Dataset dataset() {
    return Dataset.split(
        known.name(),
        known.classes(),
        images(IdxFile.TRAIN_IMAGES, IdxFile.TRAIN_LABELS),
        images(IdxFile.TEST_IMAGES, IdxFile.TEST_LABELS));
  }

  private LabelledImages images(IdxFile imageFile, IdxFile labelFile) {
    IdxArray images = array(imageFile);
    return LabelledImages.of(images.features(), array(labelFile).labels());
  }

  /** Empty when all files hold what the publishers say, else a SHA-256 over the files' sums. */
  String fingerprint() {
    boolean published =
        Arrays.stream(IdxFile.values())
            .allMatch(file -> array(file).sha256().equals(known.sum(file)));
    return published ? "" : Sha256.of(sums());
  }

  /** A line a file, {@code name=sum}, in the order of {@link IdxFile}. */
  private String sums() {
    return Arrays.stream(IdxFile.values())
        .map(file -> file.fileName() + "=" + array(file).sha256() + "\n")
        .collect(Collectors.joining());
  }
}

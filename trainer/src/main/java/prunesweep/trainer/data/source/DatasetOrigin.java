package prunesweep.trainer.data.source;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import prunesweep.trainer.data.ClassCount;
import prunesweep.trainer.data.csv.CsvLayout;
import prunesweep.trainer.data.file.DataFile;
import prunesweep.trainer.data.file.DiskFile;
import prunesweep.trainer.data.idx.IdxFile;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Kind;
import prunesweep.trainer.key.Values;

/** Origin of a data set. */
public sealed interface DatasetOrigin {

  /** The directory of a known data set. */
  Key<Path> DIR =
      Key.of("dataset", "dir", Kind.path("the path or URI of a directory")).place().key();

  /** A user's own IDX files: the images to learn from. */
  Key<Path> TRAIN_IMAGES = file("idx.train-images");

  /** The labels of these images. */
  Key<Path> TRAIN_LABELS = file("idx.train-labels");

  /** The images for the final figures. */
  Key<Path> TEST_IMAGES = file("idx.test-images");

  /** The labels of the images for the final figures. */
  Key<Path> TEST_LABELS = file("idx.test-labels");

  /** A user's own CSV file to learn from. */
  Key<Path> CSV_TRAIN = file("csv.train");

  /** The one for the final figures. */
  Key<Path> CSV_TEST = file("csv.test");

  /** Key that says whether their first line names the columns. */
  Key<Boolean> CSV_HEADER = Key.of("dataset", "csv.header", Kind.FLAG).older(true).key();

  /** Their label column, by name or index. */
  Key<String> CSV_LABEL = Key.of("dataset", "csv.label", Kind.TEXT).key();

  /** Number of classes of a user's own files; without it their labels show it. */
  Key<Integer> CLASSES =
      Key.of("dataset", "classes", Kind.WHOLE_NUMBER).rule(ClassCount.RULE).key();

  /** All keys that say where a data set comes from, in order. */
  List<Key<?>> KEYS =
      List.of(
          DIR,
          TRAIN_IMAGES,
          TRAIN_LABELS,
          TEST_IMAGES,
          TEST_LABELS,
          CSV_TRAIN,
          CSV_TEST,
          CSV_HEADER,
          CSV_LABEL,
          CLASSES);

  private static Key<Path> file(String name) {
    return Key.of("dataset", name, Kind.path("the path or URI of a file")).place().key();
  }

  /** The origin that {@code values} say. */
  static DatasetOrigin of(Values values) {
    if (values.find(CSV_TRAIN).isPresent()) {
      return new CsvFiles(
          values.get(CSV_TRAIN),
          values.get(CSV_TEST),
          values.get(CSV_HEADER),
          values.get(CSV_LABEL),
          values.find(CLASSES));
    }
    if (values.find(TRAIN_IMAGES).isEmpty()) {
      return new Known(values.find(DIR));
    }
    Map<IdxFile, Path> files = new EnumMap<>(IdxFile.class);
    files.put(IdxFile.TRAIN_IMAGES, values.get(TRAIN_IMAGES));
    files.put(IdxFile.TRAIN_LABELS, values.get(TRAIN_LABELS));
    files.put(IdxFile.TEST_IMAGES, values.get(TEST_IMAGES));
    files.put(IdxFile.TEST_LABELS, values.get(TEST_LABELS));
    return new IdxFiles(files, values.find(CLASSES));
  }

  /**
   * A data set that is known by name.
   *
   * @param directory its directory, and then any valid contents are accepted; empty where it is to
   *     be searched
   */
  record Known(Optional<Path> directory) implements DatasetOrigin {}

  /**
   * A user's own IDX files: images of any one size, 2 to 1000 classes.
   *
   * @param files where each of the four is, gzip or plain
   * @param classes number of classes where the labels do not show it
   */
  record IdxFiles(Map<IdxFile, Path> files, Optional<Integer> classes) implements DatasetOrigin {

    public IdxFiles {
      files = Map.copyOf(files);
      if (files.size() != IdxFile.values().length) {
        throw new IllegalArgumentException("All four files are needed, got " + files.keySet());
      }
      classes.ifPresent(CLASSES::require);
    }

    Map<IdxFile, DataFile> sources() {
      Map<IdxFile, DataFile> sources = new EnumMap<>(IdxFile.class);
      Arrays.stream(IdxFile.values())
          .forEach(file -> sources.put(file, new DiskFile(absolute(file))));
      return sources;
    }

    private Path absolute(IdxFile file) {
      return Objects.requireNonNull(files.get(file)).toAbsolutePath();
    }
  }

  /**
   * A user's own CSV files: a column of labels, all others numbers; 2 to 1000 classes.
   *
   * @param train where the rows to learn from are, gzip or plain
   * @param test where the rows for the final figures are, of the same columns
   * @param header whether the first line of both files names the columns
   * @param label the label column: its name in the header line, else its index from 0
   * @param classes number of classes where the labels do not show it
   */
  record CsvFiles(Path train, Path test, boolean header, String label, Optional<Integer> classes)
      implements DatasetOrigin {

    public CsvFiles {
      classes.ifPresent(CLASSES::require);
    }

    CsvLayout layout() {
      return new CsvLayout(header, label);
    }

    DataFile trainSource() {
      return new DiskFile(train.toAbsolutePath());
    }

    DataFile testSource() {
      return new DiskFile(test.toAbsolutePath());
    }
  }
}

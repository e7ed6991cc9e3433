package prunesweep.trainer.data.csv;

import java.util.List;
import java.util.Optional;
import prunesweep.trainer.data.DataException;
import prunesweep.trainer.data.FileLabels;
import prunesweep.trainer.data.RawDataset;
import prunesweep.trainer.data.TrainingSplit;
import prunesweep.trainer.data.file.DataFile;

/** The contents of two CSV files: read, checked one by one and with each other. */
public final class CsvContents {

  private final CsvLayout layout;
  private final CsvTable train;
  private final CsvTable test;
  private final FileLabels trainLabels;
  private final FileLabels testLabels;
  private final List<String> names;

  private CsvContents(CsvLayout layout, CsvTable train, CsvTable test, CsvLabels meaning) {
    this.layout = layout;
    this.train = train;
    this.test = test;
    this.trainLabels = meaning.of(train);
    this.testLabels = meaning.of(test);
    this.names = meaning.names();
  }

  /**
   * Reads a train and a test file of the same columns, with enough rows to train on.
   *
   * @param classes number of classes, if it is declared
   * @throws DataException naming the file, the rule it breaks and the value found
   */
  public static CsvContents read(
      DataFile trainSource, DataFile testSource, CsvLayout layout, Optional<Integer> classes) {
    CsvTable train = CsvReader.read(trainSource, layout);
    CsvTable test = CsvReader.read(testSource, layout);
    TrainingSplit.requireEnough(train.file(), "rows", train.rows());
    requireSameColumns(train, test);
    return new CsvContents(layout, train, test, CsvLabels.of(train, classes));
  }

  private static void requireSameColumns(CsvTable train, CsvTable test) {
    if (!test.columns().equals(train.columns())) {
      boolean counts = test.columns().count() != train.columns().count();
      throw DataException.unreadable(
          test.file(),
          counts ? "its number of columns" : "its header line",
          counts
              ? "%d as in %s".formatted(train.columns().count(), train.file())
              : "that of " + train.file(),
          counts ? test.columns().count() : firstOther(train.columns(), test.columns()));
    }
  }

  private static String firstOther(CsvColumns train, CsvColumns test) {
    int column = 0;
    while (test.names().get(column).equals(train.names().get(column))) {
      column++;
    }
    return "%s in place of %s".formatted(test.names().get(column), train.names().get(column));
  }

  /** The classes of the rows of the train file. */
  public FileLabels trainLabels() {
    return trainLabels;
  }

  /** The classes of the rows of the test file. */
  public FileLabels testLabels() {
    return testLabels;
  }

  /** The labels of the classes; empty where they are numbers. */
  public List<String> classNames() {
    return names;
  }

  /** The data set before normalisation, called {@code name}, of {@code classes} classes. */
  public RawDataset raw(String name, int classes) {
    return new RawDataset(name, classes, train, trainLabels.values(), test, testLabels.values());
  }

  /** The SHA-256 sum of each file and the layout by which it was read, a line each. */
  public String sums() {
    return "csv-train=%s\ncsv-test=%s\nheader=%s\nlabel=%d\n"
        .formatted(train.sha256(), test.sha256(), layout.header(), train.columns().label());
  }
}

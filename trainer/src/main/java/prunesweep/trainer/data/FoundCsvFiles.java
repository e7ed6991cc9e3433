package prunesweep.trainer.data;

import java.util.List;
import prunesweep.trainer.data.DatasetOrigin.CsvFiles;
import prunesweep.trainer.spec.Normalisation;

/**
 * A user's CSV files.
 *
 * @param name the user's name for them
 * @param origin where they are and how they are to be read
 * @param normalisation what is made of their numbers
 */
record FoundCsvFiles(String name, CsvFiles origin, Normalisation normalisation)
    implements FoundDataset {

  @Override
  public String version() {
    return FileVersions.of(List.of(origin.trainSource(), origin.testSource()));
  }

  @Override
  public LoadedDataset read() {
    CsvTable train = CsvReader.read(origin.trainSource(), origin);
    CsvTable test = CsvReader.read(origin.testSource(), origin);
    TrainFile.requireEnough(train.file(), "rows", train.rows());
    requireSameColumns(train, test);
    CsvLabels meaning = CsvLabels.of(train, origin.classes());
    FileLabels trainLabels = meaning.of(train);
    FileLabels testLabels = meaning.of(test);
    int classes = Classes.count(origin.classes(), trainLabels, testLabels);
    RawDataset raw =
        new RawDataset(name, classes, train, trainLabels.values(), test, testLabels.values());
    String content = sums(train, test) + Classes.line(classes, trainLabels);
    return new LoadedDataset(raw.normalised(normalisation), Sha256.of(content), normalisation);
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

  /** What is read, and how. */
  private String sums(CsvTable train, CsvTable test) {
    return "csv-train=%s\ncsv-test=%s\nheader=%s\nlabel=%d\n"
        .formatted(train.sha256(), test.sha256(), origin.header(), train.columns().label());
  }
}

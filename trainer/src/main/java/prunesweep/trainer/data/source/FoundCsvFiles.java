package prunesweep.trainer.data.source;

import java.util.List;
import prunesweep.trainer.data.ClassCount;
import prunesweep.trainer.data.FileLabels;
import prunesweep.trainer.data.LoadedDataset;
import prunesweep.trainer.data.csv.CsvContents;
import prunesweep.trainer.data.file.Sha256;
import prunesweep.trainer.data.source.DatasetOrigin.CsvFiles;
import prunesweep.trainer.spec.Normalisation;

/**
 * A user's CSV files.
 *
 * @param name the user's name for them
 * @param origin where they are and how they are to be read
 * @param normalisation of their numbers
 */
record FoundCsvFiles(String name, CsvFiles origin, Normalisation normalisation)
    implements FoundDataset {

  @Override
  public String version() {
    return FileVersions.of(List.of(origin.trainSource(), origin.testSource()));
  }

  @Override
  public LoadedDataset read() {
    CsvContents contents =
        CsvContents.read(
            origin.trainSource(), origin.testSource(), origin.layout(), origin.classes());
    FileLabels labels = contents.trainLabels();
    int classes = ClassCount.count(origin.classes(), labels, contents.testLabels());
    String content = contents.sums() + ClassCount.line(classes, labels);
    return new LoadedDataset(
        contents.raw(name, classes).normalised(normalisation).named(contents.classNames()),
        Sha256.of(content),
        normalisation);
  }
}

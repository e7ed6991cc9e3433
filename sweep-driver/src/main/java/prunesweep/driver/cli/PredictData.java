package prunesweep.driver.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import prunesweep.trainer.data.ByteFeatures;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.data.LabelledRows;
import prunesweep.trainer.data.PixelValues;
import prunesweep.trainer.data.csv.CsvLayout;
import prunesweep.trainer.data.csv.CsvRows;
import prunesweep.trainer.data.file.DiskFile;
import prunesweep.trainer.data.idx.IdxRows;
import prunesweep.trainer.data.source.DatasetCatalogue;
import prunesweep.trainer.data.source.DatasetLoader;

/** The options of {@code sweep predict} that say what data it is about. */
final class PredictData {

  @Option(
      names = "--data",
      paramLabel = "NAME|FILE",
      required = true,
      description = "A known data set, whose test part is taken, a CSV file, or images as IDX.")
  private String data;

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      description = "Of a CSV file: its label column, by name or index from 0.")
  private @Nullable String label;

  @Option(names = "--no-header", description = "Of a CSV file: its first line names no columns.")
  private boolean hasNoHeader;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "Of images as IDX: the file with their labels, as IDX.")
  private @Nullable Path labels;

  /** The rows, raw; {@code refuse} makes the exception for a rule that the options break. */
  LabelledRows read(List<String> classNames, Function<String, RuntimeException> refuse) {
    if (label != null && labels != null) {
      throw refuse.apply("there must be one of --label and --labels, got both");
    }
    if (label != null) {
      return CsvRows.read(
          new DiskFile(Path.of(data)), new CsvLayout(!hasNoHeader, label), classNames);
    }
    if (labels != null) {
      return IdxRows.read(new DiskFile(Path.of(data)), new DiskFile(labels), classNames.size());
    }
    if (!DatasetCatalogue.published().names().contains(data)) {
      throw refuse.apply(
          "--data must be one of %s, or a file together with --label (CSV) or --labels (IDX), got %s"
              .formatted(String.join(", ", DatasetCatalogue.published().names()), data));
    }
    return test(DatasetLoader.ofThisUser().load(data, Optional.empty()).dataset());
  }

  private static LabelledRows test(Dataset known) {
    LabelledImages test = known.test();
    return new LabelledRows(
        new PixelValues(known.name(), (ByteFeatures) test.features()), test.labels());
  }
}

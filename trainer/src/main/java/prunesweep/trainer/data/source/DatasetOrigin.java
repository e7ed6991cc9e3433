package prunesweep.trainer.data.source;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import prunesweep.trainer.data.ClassCount;
import prunesweep.trainer.data.csv.CsvLayout;
import prunesweep.trainer.data.file.DataFile;
import prunesweep.trainer.data.file.DiskFile;
import prunesweep.trainer.data.idx.IdxFile;
import prunesweep.trainer.spec.InvalidSpecException;

/** Origin of a data set. */
public sealed interface DatasetOrigin {

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
      classes.ifPresent(DatasetOrigin::requireClasses);
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
      classes.ifPresent(DatasetOrigin::requireClasses);
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

  /**
   * Checks that {@code classes} is a number of classes that a data set may have, 2 to 1000.
   *
   * @throws InvalidSpecException if it is not
   */
  static void requireClasses(int classes) {
    ClassCount.requireCount(classes);
  }
}

package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.schema.Type;

/** A file that a newer version of this program wrote: rewriting it would lose what is new. */
final class NewerFileException extends IOException {

  private NewerFileException(String message) {
    super(message);
  }

  static NewerFileException unknown(Path file, String column) {
    return new NewerFileException(
        "%s has the column %s, which this version does not know".formatted(file, column));
  }

  static NewerFileException ofGeneration(Path file, int generation, int known) {
    return new NewerFileException(
        "%s is of generation %d, this version knows up to %d".formatted(file, generation, known));
  }

  static NewerFileException otherType(Path file, Column<?> column, Type type) {
    return new NewerFileException(
        "%s has the column %s as '%s', this version as '%s'"
            .formatted(file, column.name(), type, column.parquet()));
  }
}

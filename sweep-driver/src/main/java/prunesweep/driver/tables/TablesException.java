package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;

/** Results that cannot be read or written; the message is one sentence for the user. */
public final class TablesException extends RuntimeException {

  private TablesException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static TablesException inUse(Path out) {
    return new TablesException(
        "Cannot write results: out must be a folder that no other run writes to, got %s, which is in use"
            .formatted(out),
        null);
  }

  static TablesException inUse(Path out, Holder holder) {
    return new TablesException(
        "Cannot write results: out must be a folder that no other run writes to (%s does), got %s, which is in use"
            .formatted(holder, out),
        null);
  }

  /**
   * The end of a writer whose right has passed to another; one of {@code holders} if it is known.
   */
  static TablesException lost(Path out, List<Holder> holders) {
    String other = holders.isEmpty() ? "another run" : holders.get(0).toString();
    return new TablesException(
        "Cannot write results: this run must hold %s until it ends, got it taken over by %s, since this one did not renew its lease in time; what is not committed yet is left to the other"
            .formatted(out, other),
        null);
  }

  static TablesException writing(Path out, IOException cause) {
    return new TablesException(
        "Cannot write results: out must be %s, got %s (%s)"
            .formatted(rule(cause, "a folder that can be written"), out, reason(cause)),
        cause);
  }

  static TablesException reading(Path out, IOException cause) {
    return new TablesException(
        "Cannot read results: results must be %s, got %s (%s)"
            .formatted(rule(cause, "a folder that can be read"), out, reason(cause)),
        cause);
  }

  static TablesException damaged(Path stage, Exception cause) {
    String reason = cause instanceof IOException failure ? reason(failure) : cause.getMessage();
    return new TablesException("Cannot read %s: %s".formatted(stage, reason), cause);
  }

  static TablesException nothingIn(Path out) {
    return new TablesException(
        "Cannot read results: results must be a folder that a sweep has written, got %s, which holds no tables"
            .formatted(out),
        null);
  }

  private static String rule(IOException cause, String otherwise) {
    return cause instanceof NewerFileException
        ? "a folder that no newer version of Prunesweep has written"
        : otherwise;
  }

  /**
   * The reason at the bottom: Parquet puts a full disk into other words. A name node sends its
   * trace along.
   */
  private static String reason(IOException failure) {
    Throwable cause = ExceptionUtils.getRootCause(failure);
    return cause instanceof FileSystemException exception
        ? reason(exception)
        : StringUtils.substringBefore(String.valueOf(cause.getMessage()), "\n\tat ")
            .replace('\n', ' ');
  }

  /** These exceptions often say no more than a path. */
  private static String reason(FileSystemException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    } else if (failure instanceof NoSuchFileException) {
      return "there is no " + failure.getFile();
    } else if (failure instanceof NotDirectoryException
        || failure instanceof FileAlreadyExistsException) {
      return failure.getFile() + " is no folder";
    }
    return String.valueOf(failure.getMessage());
  }
}

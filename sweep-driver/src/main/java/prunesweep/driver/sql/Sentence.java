package prunesweep.driver.sql;

import org.apache.commons.lang3.exception.ExceptionUtils;

/** One sentence of Spark's messages, which go on with plans and call sites. */
final class Sentence {

  private Sentence() {}

  /** What Spark says of a failed task before it says what the failure was. */
  private static final String OF_TASK =
      "^Job aborted due to stage failure: .* executor driver\\): ([a-z]+\\.)*";

  static String of(Throwable failure) {
    if (ExceptionUtils.indexOfType(failure, OutOfMemoryError.class) >= 0
        || String.valueOf(failure.getMessage()).contains(OutOfMemoryError.class.getName())) {
      return "it and its answer must fit into a memory of %d bytes, got more"
          .formatted(Runtime.getRuntime().maxMemory());
    }
    String message = String.valueOf(failure.getMessage());
    String first = message.strip().lines().findFirst().orElse(failure.getClass().getSimpleName());
    return first
        .replaceAll(OF_TASK, "")
        .replaceAll("^\\[[A-Z0-9_.]+]\\s*", "")
        .replaceAll("\\s*SQLSTATE: \\w+\\s*", " ")
        .replaceAll("[.\\s]*;(\\s*line \\d+ pos \\d+)?;?\\s*$", "$1")
        .strip();
  }
}

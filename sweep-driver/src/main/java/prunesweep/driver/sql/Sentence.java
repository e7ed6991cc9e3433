package prunesweep.driver.sql;

/** One sentence of Spark's messages, which go on with plans and call sites. */
final class Sentence {

  private Sentence() {}

  static String of(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    String first = message.strip().lines().findFirst().orElse(failure.getClass().getSimpleName());
    return first
        .replaceAll("^\\[[A-Z0-9_.]+]\\s*", "")
        .replaceAll("\\s*SQLSTATE: \\w+\\s*", " ")
        .replaceAll("[.\\s]*;(\\s*line \\d+ pos \\d+)?;?\\s*$", "$1")
        .strip();
  }
}

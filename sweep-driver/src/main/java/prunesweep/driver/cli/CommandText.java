package prunesweep.driver.cli;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** The text of a command for a shell. */
final class CommandText {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private CommandText() {}

  /** The command that this process was started with, and {@code option} where it lacks that. */
  static String of(CommandSpec command, String option) {
    List<String> given = command.root().commandLine().getParseResult().originalArgs();
    Stream<String> added = given.contains(option) ? Stream.empty() : Stream.of(option);
    return Stream.of(Stream.of("./sweep"), given.stream(), added)
        .flatMap(words -> words)
        .map(CommandText::quoted)
        .collect(Collectors.joining(" "));
  }

  /** As a POSIX shell reads it back. */
  static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}

package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;

/** The reference of commands; {@code -Dprunesweep.golden=write} writes it anew. */
class CommandsDocumentTest {

  private static final int WIDTH = 100;

  private static final String START =
      """
      # Commands

      Made from the program, which says the same after `--help`; a test compares them
      (`mvn -pl sweep-driver -am test -Dtest=CommandsDocumentTest -Dprunesweep.golden=write` writes this page
      anew). `./sweep bench` and `./sweep jmh` are in [benchmarks](../benchmarks/README.md).
      """;

  @Test
  void saysWhatTheProgramSays() throws IOException {
    Path file = Path.of(System.getProperty("prunesweep.home")).resolve("docs/commands.md");
    StringBuilder text = new StringBuilder(START);
    append(Sweep.commandLine().setUsageHelpAutoWidth(false).setUsageHelpWidth(WIDTH), text);
    if ("write".equals(System.getProperty("prunesweep.golden"))) {
      Files.writeString(file, text);
    }
    assertThat(file).hasContent(text.toString());
  }

  private static void append(CommandLine command, StringBuilder text) {
    if (command.getCommandSpec().userObject() instanceof HelpCommand) {
      return;
    }
    String usage = command.getUsageMessage(Ansi.OFF).replace(System.lineSeparator(), "\n");
    text.append("\n## %s\n\n```text\n".formatted(command.getCommandSpec().qualifiedName()));
    usage.strip().lines().forEach(line -> text.append(line.stripTrailing()).append('\n'));
    text.append("```\n");
    command.getSubcommands().values().stream().distinct().forEach(sub -> append(sub, text));
  }
}

package prunesweep.trainer.data.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import prunesweep.trainer.data.source.SmallDataset;
import prunesweep.trainer.machine.CommandRunner;

/** Stand-in for apt-get and dpkg: the files they leave in a directory and how they end. */
final class TestCommands implements CommandRunner {

  private static final Result DONE = new Result(0, "");

  private final Set<String> programs;
  private final Play apt;
  private final Play dpkg;
  private final List<List<String>> ran = new ArrayList<>();

  private TestCommands(Set<String> programs, Play apt, Play dpkg) {
    this.programs = programs;
    this.apt = apt;
    this.dpkg = dpkg;
  }

  /** A machine without either. */
  static TestCommands none() {
    return only(Set.of());
  }

  static TestCommands only(Set<String> programs) {
    return new TestCommands(programs, (command, directory) -> DONE, (command, directory) -> DONE);
  }

  /** Both, and a package that holds the small data set. */
  static TestCommands working() {
    return new TestCommands(
        Set.of("apt-get", "dpkg"), TestCommands::download, TestCommands::unpack);
  }

  TestCommands whereAptEnds(int exitCode, String output) {
    return new TestCommands(programs, (command, directory) -> new Result(exitCode, output), dpkg);
  }

  TestCommands whereDpkg(Play play) {
    return new TestCommands(programs, apt, play);
  }

  private static Result download(List<String> command, Path directory) throws IOException {
    Files.createFile(directory.resolve("dataset-small_1.0_all.deb"));
    return DONE;
  }

  private static Result unpack(List<String> command, Path directory) {
    SmallDataset.write(Path.of(command.get(3)).resolve("usr/share/datasets/small"));
    return DONE;
  }

  /** The commands that were run. */
  List<List<String>> ran() {
    return ran;
  }

  @Override
  public boolean has(String program) {
    return programs.contains(program);
  }

  @Override
  public Result run(List<String> command, Path directory, Duration most) throws IOException {
    ran.add(command);
    return command.get(0).equals("dpkg")
        ? dpkg.play(command, directory)
        : apt.play(command, directory);
  }

  /** Action of a program. */
  @FunctionalInterface
  interface Play {
    Result play(List<String> command, Path directory) throws IOException;
  }
}

package prunesweep.trainer.data.fetch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import prunesweep.trainer.machine.CommandRunner;

/** The files inside a Debian package, which is downloaded and unpacked but not installed. */
final class DebianPackage implements FetchSource {

  private static final String APT = "apt-get";
  private static final String DPKG = "dpkg";

  private final String packageName;
  private final PackageContents contents;
  private final CommandRunner commands;
  private final Duration most;

  /** The package {@code packageName}, in which {@code contents} are the data set. */
  DebianPackage(
      String packageName, PackageContents contents, CommandRunner commands, Duration most) {
    this.packageName = packageName;
    this.contents = contents;
    this.commands = commands;
    this.most = most;
  }

  @Override
  public String name() {
    return "the Debian package " + packageName;
  }

  @Override
  public void fetch(Path directory, FetchListener listener)
      throws IOException, InterruptedException {
    for (String program : List.of(APT, DPKG)) {
      if (!commands.has(program)) {
        throw new IOException("this machine has no " + program);
      }
    }
    listener.progress(name(), 0);
    Path work = Files.createDirectory(directory.resolveSibling("package"));
    contents.put(unpack(download(work), work), directory);
  }

  /** Asks apt-get to download as the user it runs as: root's own user for that may lack access. */
  private Path download(Path work) throws IOException, InterruptedException {
    run(List.of(APT, "-q", "-o", "APT::Sandbox::User=root", "download", packageName), work);
    try (DirectoryStream<Path> packages = Files.newDirectoryStream(work, "*.deb")) {
      for (Path file : packages) {
        return file;
      }
    }
    throw new IOException(APT + " left no package file");
  }

  private Path unpack(Path file, Path work) throws IOException, InterruptedException {
    Path unpacked = work.resolve("unpacked");
    run(List.of(DPKG, "-x", file.toString(), unpacked.toString()), work);
    return unpacked;
  }

  private void run(List<String> command, Path work) throws IOException, InterruptedException {
    CommandRunner.Result result = commands.run(command, work, most);
    if (result.exitCode() != 0) {
      throw new IOException(reason(command.get(0), result));
    }
  }

  private String reason(String program, CommandRunner.Result result) {
    if (result.output().contains("Unable to locate package")) {
      return "%s knows no package %s: run \"apt-get update\" as root and try again"
          .formatted(program, packageName);
    }
    return "%s ended with exit code %d%s"
        .formatted(
            program, result.exitCode(), complaint(result).map(line -> ": " + line).orElse(""));
  }

  /** The first error line, else the last line. */
  private static Optional<String> complaint(CommandRunner.Result result) {
    List<String> lines = result.output().lines().map(String::strip).toList();
    Stream<String> errors = lines.stream().filter(line -> line.startsWith("E:"));
    return errors.findFirst().or(() -> lines.stream().reduce((before, line) -> line));
  }
}

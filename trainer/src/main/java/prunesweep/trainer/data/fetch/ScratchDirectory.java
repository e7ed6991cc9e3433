package prunesweep.trainer.data.fetch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directory beside the data sets of the cache for incomplete files; deleted at the end. */
final class ScratchDirectory implements AutoCloseable {

  private static final String PREFIX = ".fetch-";
  // Longer than any fetch can take: what is older was left by one that was killed.
  private static final Duration ABANDONED = Duration.ofDays(1);

  private final Path directory;

  private ScratchDirectory(Path directory) {
    this.directory = directory;
  }

  /** Makes a directory in {@code cache}, itself made if need be, and deletes abandoned ones. */
  static ScratchDirectory in(Path cache) throws IOException {
    Files.createDirectories(cache);
    deleteAbandoned(cache);
    return new ScratchDirectory(Files.createTempDirectory(cache, PREFIX));
  }

  /** An empty directory for the files of one source, with room beside it. */
  Path room(int number) throws IOException {
    Path room = Files.createDirectory(directory.resolve("source-" + number));
    return Files.createDirectory(room.resolve("files"));
  }

  /** Makes {@code files} the directory {@code target} in one step, in place of what was there. */
  void moveTo(Path files, Path target) throws IOException {
    if (Files.exists(target)) {
      Files.move(target, directory.resolve("replaced"), StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(files, target, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    delete(directory);
  }

  private static void deleteAbandoned(Path cache) throws IOException {
    Instant limit = Instant.now().minus(ABANDONED);
    try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(cache, PREFIX + "*")) {
      for (Path leftover : leftovers) {
        if (Files.getLastModifiedTime(leftover).toInstant().isBefore(limit)) {
          delete(leftover);
        }
      }
    }
  }

  private static void delete(Path tree) throws IOException {
    List<Path> children;
    try (Stream<Path> walk = Files.walk(tree)) {
      children = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path child : children) {
      Files.deleteIfExists(child);
    }
  }
}

package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write into a results folder, held by one writer at a time. The operating system
 * takes it back when the process ends, however it ends; the file itself stays.
 */
final class WriterLock implements AutoCloseable {

  /**
   * The folders this process holds. POSIX drops a process's lock when any channel of the process on
   * that file closes, so a second attempt here must not even open the file.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private WriterLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Finds out whether the lock's folder can be written or made, and leaves nothing behind.
   * Permissions do not tell all, e.g. on a read-only disk: only a file made there proves it.
   */
  static void requireWritable(Layout layout) throws IOException {
    Path folder = layout.out().toAbsolutePath().normalize();
    while (!Files.exists(folder) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    try {
      Files.delete(Files.createTempFile(folder, ".prunesweep-", ".probe"));
    } catch (FileSystemException e) {
      String reason = e.getReason() == null ? "" : ": " + e.getReason();
      IOException unwritable = new IOException("no file can be made in " + folder + reason);
      unwritable.addSuppressed(e);
      throw unwritable;
    }
  }

  /** Takes the lock, making the folder where it does not exist. */
  static WriterLock take(Layout layout) throws IOException {
    Files.createDirectories(layout.out());
    Path folder = layout.out().toRealPath();
    if (!HELD.add(folder)) {
      throw TablesException.inUse(layout.out());
    }
    try {
      return new WriterLock(folder, locked(layout));
    } catch (IOException | RuntimeException e) {
      HELD.remove(folder);
      throw e;
    }
  }

  private static FileChannel locked(Layout layout) throws IOException {
    FileChannel channel =
        FileChannel.open(layout.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        throw TablesException.inUse(layout.out());
      }
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(folder);
    }
  }
}

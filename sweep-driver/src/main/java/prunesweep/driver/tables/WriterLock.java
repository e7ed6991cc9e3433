package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to write into a results folder, held by one writer at a time. The operating system
 * takes it back when the process ends, however it ends; the file itself stays, unless its maker has
 * written nothing beside it.
 */
final class WriterLock implements Tenure {

  /**
   * The folders this process holds. POSIX drops a process's lock when any channel of the process on
   * that file closes, so a second attempt here must not even open the file.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private static final Logger LOG = LoggerFactory.getLogger(WriterLock.class);

  private final Path folder;
  private final LockedFile file;

  private WriterLock(Path folder, LockedFile file) {
    this.folder = folder;
    this.file = file;
  }

  /**
   * The file of a lock, locked.
   *
   * @param path where it is
   * @param channel holds the lock while it is open
   * @param identity what tells it from another file that takes its place
   * @param isNew whether this process made it
   */
  private record LockedFile(Path path, FileChannel channel, String identity, boolean isNew) {

    /**
     * Whether it was not deleted before it was locked: a lock on what is not there binds nobody.
     */
    boolean isInPlace() throws IOException {
      return Files.exists(path) && fileKey(path).equals(identity);
    }

    /** For whoever finds it locked; a disk that is full may still be read. */
    void say(Holder holder) {
      try {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.bytes(new Properties())));
      } catch (IOException e) {
        LOG.debug("The lock does not say whose it is", e);
      }
    }
  }

  /**
   * Finds out whether the lock's folder can be written or made, and leaves nothing behind.
   * Permissions do not tell all, e.g. on a read-only disk: only a file made there proves it.
   *
   * @throws IOException if it cannot, also where the system takes no name as long
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
    requireName(layout.out());
  }

  private static void requireName(Path out) throws IOException {
    try {
      Files.readAttributes(out, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      // It can still be made.
    } catch (FileSystemException e) {
      if (e.getReason() == null) {
        throw e;
      }
      IOException unusable = new IOException(e.getReason());
      unusable.addSuppressed(e);
      throw unusable;
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

  private static LockedFile locked(Layout layout) throws IOException {
    LockedFile file = open(layout);
    try {
      if (file.channel.tryLock() == null || !file.isInPlace()) {
        throw inUse(layout);
      }
      file.say(Holder.here());
      return file;
    } catch (IOException | RuntimeException e) {
      file.channel.close();
      throw e;
    }
  }

  /** Says who it is, where the system lets others read what is locked and it has said so. */
  private static TablesException inUse(Layout layout) {
    try {
      return Holder.of(Holder.properties(Files.readAllBytes(layout.lock())))
          .map(holder -> TablesException.inUse(layout.out(), holder))
          .orElseGet(() -> TablesException.inUse(layout.out()));
    } catch (IOException e) {
      return TablesException.inUse(layout.out());
    }
  }

  private static LockedFile open(Layout layout) throws IOException {
    Path path = layout.lock();
    try {
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return new LockedFile(path, channel, fileKey(path), true);
    } catch (FileAlreadyExistsException e) {
      return openOld(layout);
    }
  }

  private static LockedFile openOld(Layout layout) throws IOException {
    Path path = layout.lock();
    try {
      String identity = fileKey(path);
      FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
      return new LockedFile(path, channel, identity, false);
    } catch (NoSuchFileException e) {
      // Its maker has just ended; there is no telling who comes next.
      throw TablesException.inUse(layout.out());
    }
  }

  @Override
  public long term() {
    return 0;
  }

  @Override
  public boolean followsLostWriter() {
    return false;
  }

  /** The operating system takes the lock from nobody. */
  @Override
  public void requireHeld() {}

  private static String fileKey(Path path) throws IOException {
    return String.valueOf(Files.readAttributes(path, BasicFileAttributes.class).fileKey());
  }

  @Override
  public void close() throws IOException {
    try {
      deleteIfAlone();
    } finally {
      file.channel.close();
      HELD.remove(folder);
    }
  }

  /** While it is still locked, so that nobody else can hold it. */
  private void deleteIfAlone() throws IOException {
    if (file.isNew) {
      try (Stream<Path> files = Files.list(folder)) {
        if (files.allMatch(file.path.toRealPath()::equals)) {
          Files.delete(file.path);
        }
      }
    }
  }
}

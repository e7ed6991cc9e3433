package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.io.file.PathUtils;
import org.apache.hadoop.io.IOUtils;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;

/** A file system of this machine, or one mounted on it. */
final class LocalDisk implements Disk {

  private static final ExecutorService FORCING = Executors.newCachedThreadPool(LocalDisk::thread);

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "forcing to disk");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
  }

  @Override
  public OutputFile create(Path file) {
    return new LocalOutputFile(file);
  }

  @Override
  public void force(Path path) throws IOException {
    IOUtils.fsync(path.toFile());
  }

  /** At once: a file system then writes its journal once for many of them. */
  @Override
  public void force(Collection<Path> paths) throws IOException {
    List<Callable<Path>> all = paths.stream().map(this::forced).toList();
    try {
      for (Future<Path> each : FORCING.invokeAll(all)) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private Callable<Path> forced(Path path) {
    return () -> {
      force(path);
      return path;
    };
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void delete(Path path) throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      PathUtils.delete(path);
    }
  }
}

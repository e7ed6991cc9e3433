package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.io.file.PathUtils;
import org.apache.hadoop.io.IOUtils;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;

/** A file system of this machine, or one mounted on it. */
final class LocalDisk implements Disk {

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

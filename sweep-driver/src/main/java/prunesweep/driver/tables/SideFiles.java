package prunesweep.driver.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.commons.io.file.PathUtils;

/**
 * Files of one folder beside the tables, each there whole or not at all; written by the holder of
 * the tables' lock alone.
 *
 * @param tables have the lock
 * @param layout has the folder for what is being written
 * @param disk makes the changes
 * @param folder is there while it holds a file
 */
record SideFiles(ResultTables tables, Layout layout, Disk disk, Path folder) {

  /** Writes a file, or another in its place. */
  void keep(Path file, byte[] bytes) {
    Path aside = layout.staging().resolve(file.getFileName());
    tables.change(
        ledger -> {
          disk.createFolder(layout.staging());
          write(bytes, aside);
          disk.createFolder(folder);
          disk.move(aside, file);
          disk.force(folder);
          disk.delete(layout.staging());
        });
  }

  private void write(byte[] bytes, Path file) throws IOException {
    try (OutputStream out = disk.create(file).createOrOverwrite(bytes.length)) {
      out.write(bytes);
    }
    disk.force(file);
  }

  /** Deletes {@code files}, which are there, and the folder with the last of them. */
  void delete(Collection<Path> files) {
    if (!files.isEmpty()) {
      tables.change(ledger -> deleteNow(files));
    }
  }

  private void deleteNow(Collection<Path> files) throws IOException {
    for (Path file : files) {
      disk.delete(file);
    }
    if (Files.exists(folder) && PathUtils.isEmptyDirectory(folder)) {
      disk.delete(folder);
    }
  }
}

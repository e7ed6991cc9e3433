package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.commons.io.file.PathUtils;

/**
 * Files of one folder beside the tables, each there whole or not at all; written by the holder of
 * the tables' lock alone.
 *
 * @param tables have the lock
 * @param store makes the changes
 * @param folder is there while it holds a file
 */
record SideFiles(ResultTables tables, Store store, Path folder) {

  /** Writes a file, or another in its place. */
  void keep(Path file, byte[] bytes) {
    tables.change(ledger -> store.replace(file, bytes));
  }

  /** Deletes {@code files}, which are there, and the folder with the last of them. */
  void delete(Collection<Path> files) {
    if (!files.isEmpty()) {
      tables.change(ledger -> deleteNow(files));
    }
  }

  private void deleteNow(Collection<Path> files) throws IOException {
    for (Path file : files) {
      store.delete(file);
    }
    if (Files.exists(folder) && PathUtils.isEmptyDirectory(folder)) {
      store.delete(folder);
    }
  }
}

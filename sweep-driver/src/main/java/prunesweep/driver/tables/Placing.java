package prunesweep.driver.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import prunesweep.driver.store.HadoopPath;

/** Way in which a whole file gets its name on a file system of Hadoop. */
interface Placing {

  /** Bytes of a file. */
  interface Bytes {

    /** Writes all of them. */
    void to(OutputStream out) throws IOException;
  }

  /** Hadoop property: the schemes, parted by commas, where renaming a file is one step. */
  String RENAMING_SCHEMES = "prunesweep.atomic-rename.schemes";

  /** Puts a file in its place, over what is there. */
  void replace(HadoopPath file, Bytes bytes) throws IOException;

  /**
   * Puts a file in its place if nothing is there; of several who try at once, one succeeds.
   *
   * @throws FileAlreadyExistsException if something is there
   */
  void create(HadoopPath file, Bytes bytes) throws IOException;

  /** Does as {@link Store#deleteLeftAside}. */
  void deleteLeftAside(Tenure tenure) throws IOException;

  /**
   * Makes {@code probe}, a file that nobody else makes, to find out whether this can be relied on.
   *
   * @throws IOException if it cannot
   */
  void tryOut(HadoopPath probe) throws IOException;

  /**
   * The way of the file system that has {@code out}.
   *
   * @param staging where files may be written aside
   * @throws IOException if it is known of none, or cannot be reached
   */
  static Placing on(HadoopPath out, Path staging) throws IOException {
    if (out.client()
        .hasPathCapability(
            out.hadoop(), CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE)) {
      return new ConditionalPlacing();
    }
    String scheme = out.client().getScheme();
    if (List.of(out.client().getConf().getTrimmedStrings(RENAMING_SCHEMES, "hdfs", "viewfs"))
        .contains(scheme)) {
      return RenamePlacing.on(out, (HadoopPath) staging);
    }
    throw new IOException(
        "%s: is known neither to rename in one step nor to create only what is absent"
            .formatted(scheme));
  }

  /**
   * The reason of {@code failure} when {@code file} is there: whoever sent it can tell by its
   * bytes.
   */
  static IOException reasonOf(IOException failure, HadoopPath file) {
    try {
      if (!file.client().exists(file.hadoop())) {
        return failure;
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
      return failure;
    }
    IOException taken = new FileAlreadyExistsException(file.toString());
    taken.addSuppressed(failure);
    return taken;
  }
}

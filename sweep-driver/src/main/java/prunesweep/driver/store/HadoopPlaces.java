package prunesweep.driver.store;

import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import prunesweep.trainer.key.Places;
import prunesweep.trainer.key.UnfitValueException;

/** Provider of paths on every file system of Hadoop that the class path has. */
public final class HadoopPlaces implements Places.Provider {

  /** The modules of Hadoop's own schemes that are no part of its client. */
  private static final Map<String, String> MODULES =
      Map.of(
          "s3a", "org.apache.hadoop:hadoop-aws",
          "abfs", "org.apache.hadoop:hadoop-azure",
          "abfss", "org.apache.hadoop:hadoop-azure",
          "gs", "com.google.cloud.bigdataoss:gcs-connector");

  /** Called by Java's ServiceLoader. */
  public HadoopPlaces() {}

  @Override
  public Path path(String uri) {
    org.apache.hadoop.fs.Path path = parsed(uri);
    requireFileSystem(path.toUri().getScheme());
    return HadoopFiles.of(path.toUri()).path(path.toUri().getPath());
  }

  private static org.apache.hadoop.fs.Path parsed(String uri) {
    try {
      org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(uri);
      String user = path.toUri().getUserInfo();
      if (user == null || user.indexOf(':') < 0) {
        return path;
      }
    } catch (IllegalArgumentException e) {
      throw new UnfitValueException("a path or a valid URI");
    }
    throw new UnfitValueException("a path, or a URI without a password");
  }

  private static void requireFileSystem(String scheme) {
    try {
      FileSystem.getFileSystemClass(scheme, StoreSettings.configuration());
    } catch (UnsupportedFileSystemException e) {
      throw missing(scheme);
    } catch (Exception | LinkageError e) {
      // A class that is named and not there: Hadoop wraps this in one way or another.
      throw missing(scheme);
    }
  }

  private static UnfitValueException missing(String scheme) {
    String module = MODULES.get(scheme);
    return new UnfitValueException(
        "a path, or a URI of a scheme that the class path has a file system for",
        module == null ? "" : "; for %s add %s".formatted(scheme, module));
  }
}

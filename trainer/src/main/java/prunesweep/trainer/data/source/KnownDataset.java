package prunesweep.trainer.data.source;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import prunesweep.trainer.data.idx.IdxFile;

/**
 * A data set that is known by name: the contents of its files and the places to get them.
 *
 * @param name its name, e.g. {@code fashion-mnist}
 * @param inputs bytes an image: the width of the network's input
 * @param classes number of classes; labels are 0 to {@code classes - 1}
 * @param classNames what they are called, class 0 first; none where numbers say it
 * @param trainImages images of the train file
 * @param testImages images of the test file
 * @param licence the licence and who gave it
 * @param sums SHA-256 of each file's uncompressed content, in hexadecimal
 * @param origins where the published files can be had
 */
public record KnownDataset(
    String name,
    int inputs,
    int classes,
    List<String> classNames,
    int trainImages,
    int testImages,
    String licence,
    Map<IdxFile, String> sums,
    Origins origins) {

  public KnownDataset {
    classNames = List.copyOf(classNames);
    sums = Map.copyOf(sums);
    if (sums.size() != IdxFile.values().length) {
      throw new IllegalArgumentException(name + " needs a sum for each file, got " + sums.keySet());
    }
  }

  /** The published SHA-256 of {@code file}'s uncompressed content. */
  public String sum(IdxFile file) {
    return Optional.ofNullable(sums.get(file)).orElseThrow();
  }

  /**
   * A Debian package with the images of a data set.
   *
   * @param name its name
   * @param table the file in it that has them as a table; empty where it has the four files
   */
  public record Package(String name, Optional<Table> table) {

    /** The package {@code name}, which has the four files in the place of data sets. */
    public static Package ofFiles(String name) {
      return new Package(name, Optional.empty());
    }
  }

  /**
   * A CSV file without a header, gzip: an image a row, its pixels row by row, its class last.
   *
   * @param path where it is below the root directory
   * @param height rows of an image
   * @param width pixels of a row
   */
  public record Table(String path, int height, int width) {}

  /**
   * Places to get the files of a data set.
   *
   * @param publishers HTTPS addresses the file names are appended to, first choice first
   * @param debian the Debian package that holds the files
   * @param resource the class path folder that holds the files; then nothing is to be fetched
   */
  public record Origins(List<URI> publishers, Optional<Package> debian, Optional<String> resource) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");

    public Origins {
      publishers = List.copyOf(publishers);
      publishers.forEach(Origins::requireSafe);
    }

    private static void requireSafe(URI address) {
      boolean safe =
          "https".equals(address.getScheme())
              || LOOPBACK.contains(String.valueOf(address.getHost()));
      if (!safe || !address.getPath().endsWith("/")) {
        throw new IllegalArgumentException(
            "A publisher must be an HTTPS address that ends with /, got " + address);
      }
    }
  }
}

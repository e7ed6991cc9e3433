package prunesweep.trainer.data.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import prunesweep.trainer.data.DataException;
import prunesweep.trainer.data.idx.IdxFile;
import prunesweep.trainer.data.source.DatasetFiles.Contents;

/**
 * Finds the files of a data set: in the configured directory and only there, else in the program,
 * else in the usual places, else in the user's cache. A directory that holds some of the files but
 * not all is passed over, unless it is the configured one.
 */
public final class DatasetLocator {

  private final DatasetPlaces places;

  /** A locator that looks into {@code places}. */
  public DatasetLocator(DatasetPlaces places) {
    this.places = places;
  }

  /** A locator for this user on this machine. */
  public static DatasetLocator ofThisUser() {
    return new DatasetLocator(DatasetPlaces.ofThisUser());
  }

  /**
   * The directory of {@code known} or "built in"; empty if it is nowhere. Contents are not read.
   */
  public Optional<String> whereabouts(KnownDataset known) {
    return find(known).map(DatasetFiles::where);
  }

  /** The files of {@code known} outside any configured directory. */
  public Optional<DatasetFiles> find(KnownDataset known) {
    return known
        .origins()
        .resource()
        .map(DatasetFiles::builtIn)
        .or(() -> findIn(places.directories(known.name())));
  }

  private static Optional<DatasetFiles> findIn(List<Path> directories) {
    return directories.stream()
        .flatMap(directory -> DatasetFiles.in(directory, Contents.PUBLISHED).stream())
        .findFirst();
  }

  /**
   * The files of {@code known}, in {@code configured} if that is given.
   *
   * @throws DataException naming the places and the files that they lack
   */
  DatasetFiles require(KnownDataset known, Optional<Path> configured) {
    return configured
        .map(directory -> configured(known, directory))
        .orElseGet(() -> find(known).orElseThrow(() -> nowhere(known)));
  }

  private static DatasetFiles configured(KnownDataset known, Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new DataException(
          "Cannot load %s: dataset.dir must be an existing directory, got %s"
              .formatted(known.name(), directory));
    }
    return DatasetFiles.in(directory, Contents.ANY).orElseThrow(() -> incomplete(known, directory));
  }

  private static DataException incomplete(KnownDataset known, Path directory) {
    return new DataException(
        "Cannot load %s: dataset.dir must hold its four files (plain or .gz), got %s without %s"
            .formatted(
                known.name(), directory, String.join(", ", DatasetFiles.missing(directory))));
  }

  private DataException nowhere(KnownDataset known) {
    List<String> looked =
        places.directories(known.name()).stream().map(DatasetLocator::describe).toList();
    return new DataException(
        "Cannot load %s: its four files must be in one of %s, got none there; fetch the data set or set dataset.dir"
            .formatted(known.name(), String.join(", ", looked)));
  }

  private static String describe(Path directory) {
    List<String> missing = DatasetFiles.missing(directory);
    return missing.size() == IdxFile.values().length
        ? directory.toString()
        : "%s (incomplete: lacks %s)".formatted(directory, String.join(" and ", missing));
  }
}

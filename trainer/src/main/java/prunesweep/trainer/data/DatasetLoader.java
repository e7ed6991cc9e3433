package prunesweep.trainer.data;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Loads data sets by name and keeps them: whoever asks again for files that have not changed gets
 * the same arrays. Safe for many threads; two that ask at once wait for one reading.
 */
public final class DatasetLoader {

  private static final DatasetLoader SHARED =
      new DatasetLoader(DatasetCatalogue.published(), DatasetPlaces.ofThisUser());

  private final DatasetCatalogue catalogue;
  private final DatasetLocator locator;
  private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

  /** A loader of the data sets of {@code catalogue} in {@code places}. */
  public DatasetLoader(DatasetCatalogue catalogue, DatasetPlaces places) {
    this.catalogue = catalogue;
    this.locator = new DatasetLocator(places);
  }

  /** The one loader of this virtual machine: published data sets in this user's places. */
  public static DatasetLoader ofThisUser() {
    return SHARED;
  }

  /**
   * The data set called {@code name}, from {@code directory} if that is given (then any valid
   * contents will do), else from wherever it is found (then they must be the published ones).
   *
   * @throws DataException if the name is unknown, a file is not there, broken or not the published
   *     one
   */
  public LoadedDataset load(String name, Optional<Path> directory) {
    KnownDataset known = catalogue.named(name);
    DatasetFiles files = locator.require(known, directory.map(Path::toAbsolutePath));
    String version = files.version();
    return kept.compute(
            new Key(name, files.where()),
            (key, before) -> isCurrent(before, version) ? before : read(known, files, version))
        .loaded();
  }

  private static boolean isCurrent(@Nullable Kept kept, String version) {
    return kept != null && kept.version().equals(version);
  }

  private static Kept read(KnownDataset known, DatasetFiles files, String version) {
    DatasetContents contents = DatasetContents.read(known, files);
    return new Kept(version, new LoadedDataset(contents.dataset(), contents.fingerprint()));
  }

  private record Key(String name, String where) {}

  private record Kept(String version, LoadedDataset loaded) {}
}

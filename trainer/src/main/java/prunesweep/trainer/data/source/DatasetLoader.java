package prunesweep.trainer.data.source;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.data.DataException;
import prunesweep.trainer.data.LoadedDataset;
import prunesweep.trainer.data.source.DatasetOrigin.CsvFiles;
import prunesweep.trainer.data.source.DatasetOrigin.IdxFiles;
import prunesweep.trainer.data.source.DatasetOrigin.Known;
import prunesweep.trainer.spec.Normalisation;

/**
 * Loader of data sets that keeps them: a second request for files that have not changed gets the
 * same arrays. Safe for many threads; two requests at once share one reading.
 */
public final class DatasetLoader {

  private static final DatasetLoader SHARED =
      new DatasetLoader(DatasetCatalogue.published(), DatasetPlaces.ofThisUser());

  private final DatasetCatalogue catalogue;
  private final DatasetLocator locator;
  private final Map<DatasetRequest, Kept> kept = new ConcurrentHashMap<>();

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
   * contents are accepted), else from where it is found (then they must be the published ones).
   *
   * @throws DataException if the name is unknown, or a file is missing, broken or not the published
   *     one
   */
  public LoadedDataset load(String name, Optional<Path> directory) {
    return load(DatasetRequest.known(name, directory));
  }

  /**
   * The data set that {@code request} asks for.
   *
   * @throws DataException if a known data set's name is unknown, a user's own name is that of a
   *     known one, or a file is missing, broken or not the published one
   */
  public LoadedDataset load(DatasetRequest request) {
    FoundDataset found = find(request);
    String version = found.version();
    return kept.compute(
            request,
            (key, before) -> isCurrent(before, version) ? before : new Kept(version, found.read()))
        .loaded();
  }

  private FoundDataset find(DatasetRequest request) {
    if (request.origin() instanceof Known origin) {
      return find(catalogue.named(request.name()), origin, request.normalisation());
    }
    catalogue.requireUnknown(request.name());
    return request.origin() instanceof CsvFiles csv
        ? new FoundCsvFiles(request.name(), csv, request.normalisation())
        : new FoundIdxFiles(request.name(), (IdxFiles) request.origin(), request.normalisation());
  }

  private FoundDataset find(KnownDataset known, Known origin, Normalisation normalisation) {
    return new FoundKnownDataset(
        known, locator.require(known, origin.directory().map(Path::toAbsolutePath)), normalisation);
  }

  private static boolean isCurrent(@Nullable Kept kept, String version) {
    return kept != null && kept.version().equals(version);
  }

  private record Kept(String version, LoadedDataset loaded) {}
}

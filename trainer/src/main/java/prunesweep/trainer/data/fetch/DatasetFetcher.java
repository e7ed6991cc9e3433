package prunesweep.trainer.data.fetch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import prunesweep.trainer.data.DataException;
import prunesweep.trainer.data.file.FailureReason;
import prunesweep.trainer.data.source.DatasetCatalogue;
import prunesweep.trainer.data.source.DatasetContents;
import prunesweep.trainer.data.source.DatasetFiles;
import prunesweep.trainer.data.source.DatasetFiles.Contents;
import prunesweep.trainer.data.source.DatasetLocator;
import prunesweep.trainer.data.source.DatasetPlaces;
import prunesweep.trainer.data.source.KnownDataset;
import prunesweep.trainer.machine.CommandRunner;
import prunesweep.trainer.machine.ProcessRunner;

/**
 * Fetcher of data sets into the user's cache: from their publishers by HTTPS, one after the other,
 * then from the Debian package where there is one. The four files come into the cache together, and
 * only when their contents are the published ones.
 */
public final class DatasetFetcher {

  private final DatasetCatalogue catalogue;
  private final DatasetPlaces places;
  private final CommandRunner commands;
  private final FetchLimits limits;

  DatasetFetcher(
      DatasetCatalogue catalogue,
      DatasetPlaces places,
      CommandRunner commands,
      FetchLimits limits) {
    this.catalogue = catalogue;
    this.places = places;
    this.commands = commands;
    this.limits = limits;
  }

  /** A fetcher of published data sets for this user on this machine. */
  public static DatasetFetcher ofThisUser() {
    return new DatasetFetcher(
        DatasetCatalogue.published(),
        DatasetPlaces.ofThisUser(),
        new ProcessRunner(),
        FetchLimits.DEFAULT);
  }

  /**
   * Makes the data set called {@code name} available; does nothing where it already is.
   *
   * @throws DataException if the name is unknown, if a copy outside the cache is not the published
   *     one, or if every source fails, with the reason of each and what to do
   */
  public FetchOutcome fetch(String name, FetchListener listener) {
    KnownDataset known = catalogue.named(name);
    Optional<String> there = validCopy(known);
    if (there.isPresent()) {
      return new FetchOutcome(name, there.get(), Optional.empty());
    }
    try (ScratchDirectory scratch = ScratchDirectory.in(places.cache())) {
      return fetchAnew(known, scratch, listener);
    } catch (IOException e) {
      throw new DataException(
          "Cannot fetch %s: the cache %s must be writable, got %s"
              .formatted(name, places.cache(), FailureReason.of(e)),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DataException("Cannot fetch %s: it was interrupted".formatted(name), e);
    }
  }

  /** The place of a copy with the right contents; a broken copy in the cache does not count. */
  private Optional<String> validCopy(KnownDataset known) {
    Optional<DatasetFiles> files = new DatasetLocator(places).find(known);
    try {
      files.ifPresent(found -> DatasetContents.read(known, found));
      return files.map(DatasetFiles::where);
    } catch (DataException e) {
      String cached = places.cached(known.name()).toString();
      if (files.map(DatasetFiles::where).filter(cached::equals).isPresent()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private FetchOutcome fetchAnew(
      KnownDataset known, ScratchDirectory scratch, FetchListener listener)
      throws IOException, InterruptedException {
    List<String> failures = new ArrayList<>();
    for (FetchSource source : sources(known)) {
      Path files = scratch.room(failures.size());
      Optional<String> failure = attempt(source, known, files, listener);
      if (failure.isEmpty()) {
        return new FetchOutcome(
            known.name(), keep(known, scratch, files), Optional.of(source.name()));
      }
      failures.add("%s (%s)".formatted(source.name(), failure.get()));
    }
    throw failed(known, failures);
  }

  private List<FetchSource> sources(KnownDataset known) {
    List<FetchSource> sources = new ArrayList<>();
    known.origins().publishers().forEach(base -> sources.add(new PublisherSource(base, limits)));
    known
        .origins()
        .debian()
        .ifPresent(
            debian ->
                sources.add(
                    new DebianPackage(
                        debian.name(), contents(debian, known), commands, limits.command())));
    return sources;
  }

  private static PackageContents contents(KnownDataset.Package debian, KnownDataset known) {
    return debian
        .table()
        .<PackageContents>map(table -> new PackagedTable(table, known.trainImages()))
        .orElseGet(() -> new PackagedFiles(known.name()));
  }

  /** Fetches the files and verifies them; returns the reason if that fails. */
  private static Optional<String> attempt(
      FetchSource source, KnownDataset known, Path files, FetchListener listener)
      throws InterruptedException {
    try {
      source.fetch(files, listener);
      DatasetContents.read(known, DatasetFiles.in(files, Contents.PUBLISHED).orElseThrow());
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(FailureReason.of(e));
    } catch (DataException e) {
      // The directory is gone when this is read: the file's name says enough.
      return Optional.of(
          FailureReason.of(e).replace(files + files.getFileSystem().getSeparator(), ""));
    }
  }

  /** Puts the verified {@code files} into the cache, unless someone else did so meanwhile. */
  private String keep(KnownDataset known, ScratchDirectory scratch, Path files) throws IOException {
    Optional<String> meanwhile = validCopy(known);
    if (meanwhile.isPresent()) {
      return meanwhile.get();
    }
    Path target = places.cached(known.name());
    scratch.moveTo(files, target);
    return target.toString();
  }

  private DataException failed(KnownDataset known, List<String> failures) {
    return new DataException(
        "Cannot fetch %s: every source failed: %s; put its four files into %s or set dataset.dir"
            .formatted(known.name(), String.join(", ", failures), places.cached(known.name())));
  }
}

package prunesweep.trainer.data.source;

import prunesweep.trainer.data.LoadedDataset;
import prunesweep.trainer.spec.Normalisation;

/**
 * The files of a known data set.
 *
 * @param known its entry in the catalogue
 * @param files where they were found
 * @param normalisation of their numbers
 */
record FoundKnownDataset(KnownDataset known, DatasetFiles files, Normalisation normalisation)
    implements FoundDataset {

  @Override
  public String version() {
    return FileVersions.of(files.sources().values());
  }

  @Override
  public LoadedDataset read() {
    DatasetContents contents = DatasetContents.read(known, files);
    return new LoadedDataset(
        contents.raw().normalised(normalisation).named(known.classNames()),
        contents.fingerprint(),
        normalisation);
  }
}

package prunesweep.trainer.data;

/**
 * The files of a known data set.
 *
 * @param known what the catalogue says of it
 * @param files where they were found
 */
record FoundKnownDataset(KnownDataset known, DatasetFiles files) implements FoundDataset {

  @Override
  public String version() {
    return FileVersions.of(files.sources().values());
  }

  @Override
  public LoadedDataset read() {
    DatasetContents contents = DatasetContents.read(known, files);
    return new LoadedDataset(contents.dataset(), contents.fingerprint());
  }
}

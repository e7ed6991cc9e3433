package prunesweep.trainer.data;

import prunesweep.trainer.data.DatasetOrigin.IdxFiles;

/**
 * A user's IDX files.
 *
 * @param name the user's name for them
 * @param origin where they are
 */
record FoundIdxFiles(String name, IdxFiles origin) implements FoundDataset {

  @Override
  public String version() {
    return FileVersions.of(origin.sources().values());
  }

  @Override
  public LoadedDataset read() {
    IdxContents contents = IdxContents.read(origin.sources());
    contents.requireAgreement();
    int classes = Classes.count(origin.classes(), contents.trainLabels(), contents.testLabels());
    return new LoadedDataset(contents.dataset(name, classes), content(contents, classes));
  }

  /** Classes that no label of the train file shows are part of what the files hold. */
  private static String content(IdxContents contents, int classes) {
    boolean shown = contents.trainLabels().largest() == classes - 1;
    return Sha256.of(contents.sums() + (shown ? "" : "classes=" + classes + "\n"));
  }
}

package prunesweep.trainer.data.source;

import prunesweep.trainer.data.ClassCount;
import prunesweep.trainer.data.FileLabels;
import prunesweep.trainer.data.LoadedDataset;
import prunesweep.trainer.data.file.Sha256;
import prunesweep.trainer.data.idx.IdxContents;
import prunesweep.trainer.data.source.DatasetOrigin.IdxFiles;
import prunesweep.trainer.spec.Normalisation;

/**
 * A user's IDX files.
 *
 * @param name the user's name for them
 * @param origin where they are
 * @param normalisation of their numbers
 */
record FoundIdxFiles(String name, IdxFiles origin, Normalisation normalisation)
    implements FoundDataset {

  @Override
  public String version() {
    return FileVersions.of(origin.sources().values());
  }

  @Override
  public LoadedDataset read() {
    IdxContents contents = IdxContents.read(origin.sources());
    contents.requireAgreement();
    FileLabels labels = contents.trainLabels();
    int classes = ClassCount.count(origin.classes(), labels, contents.testLabels());
    String content = contents.sums() + ClassCount.line(classes, labels);
    return new LoadedDataset(
        contents.raw(name, classes).normalised(normalisation), Sha256.of(content), normalisation);
  }
}

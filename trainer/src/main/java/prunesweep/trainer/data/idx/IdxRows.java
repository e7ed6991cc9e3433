package prunesweep.trainer.data.idx;

import prunesweep.trainer.data.DataException;
import prunesweep.trainer.data.FileLabels;
import prunesweep.trainer.data.LabelledRows;
import prunesweep.trainer.data.file.DataFile;

/** The images of one IDX file and the labels of another. */
public final class IdxRows {

  private IdxRows() {}

  /**
   * The images of {@code imageFile} with a label each.
   *
   * @param classes how many there are
   * @throws DataException naming the file, the rule it breaks and the value found
   */
  public static LabelledRows read(DataFile imageFile, DataFile labelFile, int classes) {
    IdxArray images = IdxReader.read(imageFile, IdxKind.IMAGES);
    IdxArray array = IdxReader.read(labelFile, IdxKind.LABELS);
    if (images.count() != array.count()) {
      throw DataException.unreadable(
          array.file(),
          "its number of labels",
          "%d as the images of %s".formatted(images.count(), images.file()),
          array.count());
    }
    FileLabels labels = array.labels();
    labels.requireBelow(classes);
    return new LabelledRows(images.pixels(), labels.values());
  }
}

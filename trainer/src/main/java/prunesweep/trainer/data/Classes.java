package prunesweep.trainer.data;

import java.util.Optional;
import prunesweep.trainer.key.InvalidSpecException;

/** How many classes a user's data have. */
public final class Classes {

  private static final int LEAST = 2;
  public static final int MOST = 1000;

  private Classes() {}

  /**
   * Returns if {@code count} classes can be told apart here; {@link InvalidSpecException} if not.
   */
  public static void requireCount(int count) {
    if (count < LEAST || count > MOST) {
      throw new InvalidSpecException("classes", "from %d to %d".formatted(LEAST, MOST), count);
    }
  }

  /**
   * The number of classes: as declared, else one more than the largest label of the train file,
   * each of which must then be among what is trained on.
   *
   * @param declared {@code dataset.classes}, if it is written
   * @throws DataException if a label of either file is not among them, or none is
   */
  public static int count(Optional<Integer> declared, FileLabels train, FileLabels test) {
    int classes = declared.orElseGet(() -> derived(train));
    train.requireBelow(classes);
    test.requireBelow(classes);
    return classes;
  }

  /** What marks {@code classes} that no label of the train file shows: a line of a content. */
  public static String line(int classes, FileLabels train) {
    return train.largest() == classes - 1 ? "" : "classes=" + classes + "\n";
  }

  private static int derived(FileLabels train) {
    int classes = train.largest() + 1;
    if (classes < LEAST || classes > MOST) {
      throw DataException.unreadable(
          train.file(), "its number of classes", "from %d to %d".formatted(LEAST, MOST), classes);
    }
    boolean[] present = new boolean[classes];
    short[] labels = train.values();
    for (int index = TrainFile.heldOut(labels.length); index < labels.length; index++) {
      present[labels[index]] = true;
    }
    for (int label = 0; label < classes; label++) {
      if (!present[label]) {
        throw absent(train.file(), classes, label);
      }
    }
    return classes;
  }

  private static DataException absent(String file, int classes, int label) {
    return DataException.unreadable(
        file,
        "its labels after the first tenth, which is held out,",
        "all of 0 to %d (or dataset.classes declared)".formatted(classes - 1),
        "no %d".formatted(label));
  }
}

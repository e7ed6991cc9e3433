package prunesweep.trainer.data;

import java.util.Optional;
import prunesweep.trainer.key.Rule;

/** Number of classes of a user's data. */
public final class ClassCount {

  private static final int LEAST = 2;
  public static final int MOST = 1000;

  /** The rule for the number of classes of a user's data. */
  public static final Rule<Integer> RULE =
      new Rule<>("from %d to %d".formatted(LEAST, MOST), count -> count >= LEAST && count <= MOST);

  private ClassCount() {}

  /**
   * The number of classes: as declared, else one more than the largest label of the train file,
   * each of which must then be among what is trained on.
   *
   * @param declared {@code dataset.classes}, if it is written
   * @throws DataException if a label of either file is outside them, or one of them has no label
   */
  public static int count(Optional<Integer> declared, FileLabels train, FileLabels test) {
    int classes = declared.orElseGet(() -> derived(train));
    train.requireBelow(classes);
    test.requireBelow(classes);
    return classes;
  }

  /** The line of a content that marks a number of classes above that of the train file's labels. */
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
    for (int index = TrainingSplit.heldOut(labels.length); index < labels.length; index++) {
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

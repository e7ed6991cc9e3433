package prunesweep.trainer.data;

import java.util.function.IntFunction;

/**
 * The labels of a file, as classes from 0.
 *
 * @param file the name of the file, for messages
 * @param values the class of each image
 * @param place the place of a label in the file, by its index, for messages, e.g. {@code label 3}
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, not copied.
public record FileLabels(String file, short[] values, IntFunction<String> place) {

  /**
   * Checks that every label is one of {@code classes} classes.
   *
   * @throws DataException naming the first that is not
   */
  public void requireBelow(int classes) {
    for (int index = 0; index < values.length; index++) {
      if (values[index] >= classes) {
        throw DataException.unreadable(
            file, place.apply(index), "from 0 to %d".formatted(classes - 1), values[index]);
      }
    }
  }

  /** The largest label. */
  int largest() {
    int largest = 0;
    for (short label : values) {
      largest = Math.max(largest, label);
    }
    return largest;
  }
}

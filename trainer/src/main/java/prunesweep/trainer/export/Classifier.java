package prunesweep.trainer.export;

import java.util.List;
import prunesweep.trainer.data.RawValues;

/** A network that was read from a file and can be asked. */
public interface Classifier extends AutoCloseable {

  /** Features of a raw row. */
  int inputs();

  /** The names of the classes, class 0 first. */
  List<String> classNames();

  /**
   * The probabilities of all classes for the raw rows {@code from} (inclusive) to {@code to}
   * (exclusive), row by row.
   */
  float[] probabilities(RawValues rows, int from, int to);

  @Override
  default void close() {}
}

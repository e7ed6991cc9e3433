package prunesweep.driver.tables;

import java.io.IOException;

/** The right to write into a results folder, until it is closed or lost. */
interface Tenure extends AutoCloseable {

  /**
   * The number of this writer, above those of all before it; 0 where the operating system sees to
   * it that there is never another beside it.
   */
  long term();

  /** Says if a writer before has not given the folder back, so that it may still send something. */
  boolean followsLostWriter();

  /**
   * Finds out whether this right has not passed to another.
   *
   * @throws TablesException if it has
   */
  void requireHeld() throws IOException;

  /** Gives the folder free for another writer. */
  @Override
  void close() throws IOException;
}

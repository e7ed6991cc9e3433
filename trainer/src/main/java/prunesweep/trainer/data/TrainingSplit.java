package prunesweep.trainer.data;

/** Split of a train file: its first tenth is held out to validate (protocol, section 1). */
public final class TrainingSplit {

  private static final int LEAST = 10;

  private TrainingSplit() {}

  /** Number of rows, from the first on, that are held out of {@code count}. */
  static int heldOut(int count) {
    return count / 10;
  }

  /**
   * Checks that {@code count} rows can be split.
   *
   * @param noun what is counted, e.g. {@code images}
   * @throws DataException naming {@code file} if there are fewer than ten
   */
  public static void requireEnough(String file, String noun, int count) {
    if (count < LEAST) {
      throw DataException.unreadable(
          file,
          "its number of training " + noun,
          "at least %d, of which a tenth is held out".formatted(LEAST),
          count);
    }
  }
}

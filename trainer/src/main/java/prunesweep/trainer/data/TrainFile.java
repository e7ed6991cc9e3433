package prunesweep.trainer.data;

/** How a train file is split: its first tenth is held out to validate (protocol, section 1). */
public final class TrainFile {

  private static final int LEAST = 10;

  private TrainFile() {}

  /** How many of {@code count} rows are held out, from the first on. */
  static int heldOut(int count) {
    return count / 10;
  }

  /**
   * Returns if {@code count} rows can be split.
   *
   * @param noun what is counted, e.g. {@code images}
   * @throws DataException naming {@code file}
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

package prunesweep.trainer.data;

/**
 * Real numbers, normalised already, as a network sees them.
 *
 * @param values all rows, one after the other, {@code inputs} finite numbers each
 * @param inputs numbers a row
 */
@SuppressWarnings("ArrayRecordComponent") // Shared on purpose, as pixels are.
public record RealFeatures(float[] values, int inputs) implements Features {

  @Override
  public void copy(int row, float[] target, int at) {
    System.arraycopy(values, row * inputs, target, at, inputs);
  }
}

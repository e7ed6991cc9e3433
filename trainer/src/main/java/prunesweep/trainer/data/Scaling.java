package prunesweep.trainer.data;

import java.io.Serializable;
import java.util.Arrays;
import prunesweep.trainer.spec.Normalisation;

/**
 * Linear scaling of the numbers x of each feature to (x - shift) / spread, in double precision.
 *
 * @param shifts one number a feature
 * @param spreads one number a feature; 0 where the feature is 0 for every row
 */
@SuppressWarnings("ArrayRecordComponent") // Read only.
public record Scaling(double[] shifts, double[] spreads) implements Serializable {

  /** The scaling that {@code normalisation} derives from row {@code from} of {@code values} on. */
  static Scaling of(Normalisation normalisation, RawValues values, int from) {
    return switch (normalisation) {
      case BYTE -> alike(values.inputs(), 255);
      case NONE -> alike(values.inputs(), 1);
      case MIN_MAX -> minMax(values, from);
      case STANDARD -> standard(values, from);
    };
  }

  /** One spread for all of {@code inputs} features, and no shift. */
  static Scaling alike(int inputs, double spread) {
    double[] spreads = new double[inputs];
    Arrays.fill(spreads, spread);
    return new Scaling(new double[inputs], spreads);
  }

  private static Scaling minMax(RawValues values, int from) {
    double[] least = new double[values.inputs()];
    double[] greatest = new double[values.inputs()];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
    each(values, from, (column, value) -> least[column] = Math.min(least[column], value));
    each(values, from, (column, value) -> greatest[column] = Math.max(greatest[column], value));
    double[] spreads = new double[values.inputs()];
    Arrays.setAll(spreads, column -> greatest[column] - least[column]);
    return new Scaling(least, spreads);
  }

  private static Scaling standard(RawValues values, int from) {
    double count = values.rows() - from;
    double[] means = new double[values.inputs()];
    each(values, from, (column, value) -> means[column] += value);
    Arrays.setAll(means, column -> means[column] / count);
    double[] squares = new double[values.inputs()];
    each(values, from, (column, value) -> squares[column] += square(value - means[column]));
    // A rounded mean gives a constant feature a deviation: its range says that it is one.
    double[] ranges = minMax(values, from).spreads();
    double[] deviations = new double[values.inputs()];
    Arrays.setAll(
        deviations, column -> ranges[column] == 0 ? 0 : Math.sqrt(squares[column] / count));
    return new Scaling(means, deviations);
  }

  private static double square(double value) {
    return value * value;
  }

  /** A number and the feature it is of. */
  @FunctionalInterface
  private interface Numbers {
    void take(int column, double value);
  }

  /** Row by row, as they lie in memory. */
  private static void each(RawValues values, int from, Numbers numbers) {
    for (int row = from; row < values.rows(); row++) {
      for (int column = 0; column < values.inputs(); column++) {
        numbers.take(column, values.value(row, column));
      }
    }
  }

  /**
   * All of {@code values}, scaled.
   *
   * @param normalisation what the numbers belong to, for messages
   * @throws DataException if a number becomes larger than a float can be
   */
  RealFeatures scale(RawValues values, Normalisation normalisation) {
    float[] scaled = new float[Math.multiplyExact(values.rows(), values.inputs())];
    for (int row = 0; row < values.rows(); row++) {
      for (int column = 0; column < values.inputs(); column++) {
        float number = scaled(values.value(row, column), column);
        requireFinite(number, normalisation, values, row, column);
        scaled[row * values.inputs() + column] = number;
      }
    }
    return new RealFeatures(scaled, values.inputs());
  }

  /** The number that a network sees of {@code value} of feature {@code column}. */
  public float scaled(double value, int column) {
    return spreads[column] == 0 ? 0 : (float) ((value - shifts[column]) / spreads[column]);
  }

  private static void requireFinite(
      float number, Normalisation normalisation, RawValues values, int row, int column) {
    if (!Float.isFinite(number)) {
      throw DataException.unreadable(
          values.file(),
          values.place(row, column),
          "a number within 3.4e38 for dataset.normalisation = " + normalisation.label(),
          values.value(row, column));
    }
  }
}

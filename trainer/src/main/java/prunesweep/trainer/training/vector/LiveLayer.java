package prunesweep.trainer.training.vector;

import static prunesweep.trainer.training.vector.Lanes.LANES;
import static prunesweep.trainer.training.vector.Lanes.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.network.LayerInputs;
import prunesweep.trainer.training.Dropout;

/**
 * The live part of a layer in preallocated arrays (see {@link LiveUnits}): units that are present
 * have outputs, gradients and biases, those that are computed have columns of weights.
 *
 * <p>Widths are padded to whole vectors. Padding starts at zero and stays zero: a padded column has
 * no weights, so its output, its gradient and its updates are zero.
 */
final class LiveLayer {

  /** Most images at once. */
  final int capacity;

  /** From image to image of outputs and gradients. */
  final int stride;

  /** From image to image of gradients of computed units. */
  final int columnStride;

  /** From unit to unit of sums, outputs and gradients by unit. */
  final int batchStride;

  /** Of the weights, where {@link #slots} is null. */
  final PanelLayout layout;

  /** Of the weights, where few are kept; else null. */
  final @Nullable SlotLayout slots;

  /** Those of every input that is present into every computed unit, or those that are kept. */
  final float[] weights;

  final float[] bias;

  /** Sums over the inputs, before bias and ReLU: one row a column. */
  final float[] sumsByUnit;

  /** What it hands on. */
  final UnitOutputs made;

  /** One row a unit: the same array where columns are units. */
  final float[] outputsByUnit;

  /** The same, one row an image; as {@link UnitOutputs#turn} left it. */
  final float[] outputs;

  /** The gradients of what goes into the ReLU: one row an image. */
  final float[] gradients;

  /** The same, one row a unit. */
  final float[] gradientsByUnit;

  /** Gradients of the columns: the same arrays where columns are units. */
  final float[] columnGradients;

  final float[] columnGradientsByUnit;

  final LiveParameters parameters;
  final WeightUpdate update;
  private final float[] biasGradients;
  private final WholeLayer state;
  private final LiveUnits units;

  /** The places of the units that have columns among those that are present. */
  private final int[] columns;

  private final boolean areColumnsApart;

  /** Of what the step leaves out, from {@link #drop} to {@link #rectifyGradients}; else null. */
  private float @Nullable [] factors;

  /**
   * Loads the live part of {@code state}.
   *
   * @param inputs what the layer reads
   * @param sizes of the network it belongs to
   */
  LiveLayer(WholeLayer state, LiveUnits inputs, LiveUnits units, UpdateRule rule, LiveSizes sizes) {
    this.state = state;
    this.units = units;
    capacity = sizes.capacity();
    made = new UnitOutputs(units.present().length, sizes.capacity());
    stride = made.stride;
    batchStride = made.batchStride;
    columnStride = Lanes.padded(units.computed().length);
    layout = PanelLayout.of(inputs.present().length, units.computed().length);
    slots = SlotLayout.of(state, inputs, units, sizes.sparseBelow());
    WeightPlaces weightPlaces =
        slots == null ? new PanelPlaces(state.units, inputs, units, layout) : slots;
    columns = slots == null ? units.computed() : slots.columns();
    areColumnsApart = units.hasSevered() || slots != null;
    parameters = new LiveParameters(state, new LivePlaces(units, weightPlaces), stride, rule);
    weights = parameters.weights;
    bias = parameters.bias;
    update = parameters.update;
    outputsByUnit = made.outputsByUnit;
    outputs = made.outputs;
    gradientsByUnit = made.gradientsByUnit;
    gradients = new float[outputsByUnit.length];
    int computed = batchStride * columnStride;
    sumsByUnit = areColumnsApart ? new float[computed] : outputsByUnit;
    columnGradientsByUnit = areColumnsApart ? new float[computed] : gradientsByUnit;
    columnGradients = areColumnsApart ? new float[computed] : gradients;
    biasGradients = new float[stride];
  }

  int presentUnits() {
    return units.present().length;
  }

  int computedUnits() {
    return units.computed().length;
  }

  /** Turns sums into outputs: bias, then ReLU. */
  void rectify(int images) {
    spreadSums(images);
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int unit = 0; unit < presentUnits(); unit++) {
      FloatVector added = FloatVector.broadcast(SPECIES, bias[unit]);
      int end = unit * batchStride + images;
      for (int at = unit * batchStride; at < end; at += LANES) {
        FloatVector sum = FloatVector.fromArray(SPECIES, outputsByUnit, at);
        sum.add(added).max(zero).intoArray(outputsByUnit, at);
      }
    }
  }

  /** Turns sums into outputs of the last layer: bias alone. */
  void addBias(int images) {
    for (int unit = 0; unit < presentUnits(); unit++) {
      FloatVector added = FloatVector.broadcast(SPECIES, bias[unit]);
      int end = unit * batchStride + images;
      for (int at = unit * batchStride; at < end; at += LANES) {
        FloatVector sum = FloatVector.fromArray(SPECIES, outputsByUnit, at);
        sum.add(added).intoArray(outputsByUnit, at);
      }
    }
  }

  /** A severed unit has no column: its sum is zero. */
  private void spreadSums(int images) {
    if (areColumnsApart) {
      Arrays.fill(outputsByUnit, 0);
      for (int column = 0; column < columns.length; column++) {
        System.arraycopy(
            sumsByUnit, column * batchStride, outputsByUnit, columns[column] * batchStride, images);
      }
    }
  }

  /**
   * Leaves out outputs as {@code dropout} says of this layer, and with the next their gradients.
   */
  void drop(Dropout dropout, int layer, int images) {
    factors = dropout.factors(layer, images, state.units);
    multiply(outputsByUnit, factors, images);
  }

  private void multiply(float[] byUnit, float[] factors, int images) {
    for (int place = 0; place < presentUnits(); place++) {
      int unit = units.present()[place];
      for (int image = 0; image < images; image++) {
        byUnit[place * batchStride + image] *= factors[image * state.units + unit];
      }
    }
  }

  /** Takes gradients by unit as they are behind the ReLU, and brings them before it. */
  void rectifyGradients(int images) {
    if (factors != null) {
      multiply(gradientsByUnit, factors, images);
      factors = null;
    }
    int end = presentUnits() * batchStride;
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int at = 0; at < end; at += LANES) {
      FloatVector output = FloatVector.fromArray(SPECIES, outputsByUnit, at);
      FloatVector gradient = FloatVector.fromArray(SPECIES, gradientsByUnit, at);
      zero.blend(gradient, output.compare(VectorOperators.GT, zero)).intoArray(gradientsByUnit, at);
    }
    turn(gradientsByUnit, presentUnits(), images, gradients, stride);
    gatherColumns(images);
  }

  private void gatherColumns(int images) {
    if (areColumnsApart) {
      for (int column = 0; column < columns.length; column++) {
        System.arraycopy(
            gradientsByUnit,
            columns[column] * batchStride,
            columnGradientsByUnit,
            column * batchStride,
            images);
      }
      turn(columnGradientsByUnit, columns.length, images, columnGradients, columnStride);
    }
  }

  /** Fills a matrix by image from one by unit. */
  private void turn(float[] byUnit, int count, int images, float[] byImage, int imageStride) {
    Transpose.copy(byUnit, batchStride, count, Lanes.padded(images), byImage, imageStride);
  }

  /** Fills the gradients by unit from those by image. */
  void turnGradients(int images) {
    Transpose.copy(gradients, stride, images, stride, gradientsByUnit, batchStride);
  }

  /** Adds to {@code counts}, one a unit of the whole layer, the images for which it is active. */
  void countActive(int images, int[] counts) {
    for (int place = 0; place < presentUnits(); place++) {
      for (int image = 0; image < images; image++) {
        counts[units.present()[place]] += outputsByUnit[place * batchStride + image] != 0 ? 1 : 0;
      }
    }
  }

  /** Writes the outputs of {@code images} images, row by row from {@code row} on. */
  void copyOutputs(int images, LayerInputs to, int row) {
    made.copy(images, units, to, row);
  }

  /** Moves weights and biases by the gradients of the images of {@code step}. */
  void update(LayerProducts products, UpdateStep step) {
    update.begin(step);
    products.update(step);
    if (state.hasBias) {
      ColumnSums.write(gradients, stride, step.images(), biasGradients);
      update.bias(biasGradients, step);
    }
  }
}

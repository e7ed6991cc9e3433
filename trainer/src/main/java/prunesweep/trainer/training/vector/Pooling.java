package prunesweep.trainer.training.vector;

import static prunesweep.trainer.training.vector.Block.LANES;
import static prunesweep.trainer.training.vector.Block.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import prunesweep.trainer.network.FeatureMaps;

/**
 * Bias, ReLU and the maximum over squares of places, from a convolution's sums to the maps that are
 * read next, and back again. The first of equal sums is the largest.
 */
final class Pooling {

  /** Marks an output that ReLU has set to zero. */
  private static final float CLOSED = -1;

  private final MapValues sums;
  private final MapValues gradients;
  private final int channels;
  private final int side;
  private final FeatureMaps made;
  private final FeatureMaps pooled;

  /** The map of sums of each channel that is present; the last one, of zeros, where it has none. */
  private final int[] maps;

  /** Of each output, which of its square is the largest, from 0, or {@link #CLOSED}. */
  private final float[] winners;

  private final float[] lanes = new float[Block.IMAGES];

  Pooling(ConvolutionShape shape, MapValues sums, MapValues gradients) {
    this.sums = sums;
    this.gradients = gradients;
    side = shape.layer().spec().pooling();
    made = shape.layer().maps();
    pooled = shape.layer().pooled();
    channels = shape.units().present().length;
    maps = new int[channels];
    Arrays.fill(maps, ConvolutionShape.padded(shape.columns()));
    for (int column = 0; column < shape.columns(); column++) {
      maps[shape.units().computed()[column]] = column;
    }
    int outputs = Math.multiplyExact(channels, pooled.places());
    winners = new float[Math.multiplyExact(outputs, shape.blocks() * Block.IMAGES)];
  }

  /** Index of the winners of a channel's first output. */
  private int winnersAt(int block, int channel) {
    return (block * channels + channel) * pooled.places() * Block.IMAGES;
  }

  /** The first place of the square of an output. */
  private int firstPlace(int output) {
    int row = output / pooled.width() * side;
    return row * made.width() + output % pooled.width() * side;
  }

  /** The place number {@code member}, from 0, of the square that begins at {@code first}. */
  private int place(int first, int member) {
    return first + member / side * made.width() + member % side;
  }

  /** Sets the maps {@code to} that are read next. */
  void forward(int blocks, float[] bias, MapValues to) {
    for (int block = 0; block < blocks; block++) {
      for (int channel = 0; channel < channels; channel++) {
        int from = sums.at(block, maps[channel]);
        int winnersAt = winnersAt(block, channel);
        for (int output = 0; output < pooled.places(); output++) {
          int at = to.at(block, channel) + to.places()[output];
          choose(from, firstPlace(output), bias[channel], to.values(), at, winnersAt);
          winnersAt += Block.IMAGES;
        }
      }
    }
  }

  private void choose(int from, int first, float bias, float[] to, int toAt, int winnersAt) {
    int[] places = sums.places();
    float[] values = sums.values();
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int lane = 0; lane < Block.IMAGES; lane += LANES) {
      FloatVector best = FloatVector.fromArray(SPECIES, values, from + places[first] + lane);
      FloatVector winner = zero;
      for (int member = 1; member < side * side; member++) {
        int at = from + places[place(first, member)] + lane;
        FloatVector sum = FloatVector.fromArray(SPECIES, values, at);
        VectorMask<Float> larger = sum.compare(VectorOperators.GT, best);
        best = best.blend(sum, larger);
        winner = winner.blend(member, larger);
      }
      FloatVector output = best.add(bias).max(zero);
      output.intoArray(to, toAt + lane);
      VectorMask<Float> closed = output.compare(VectorOperators.EQ, zero);
      winner.blend(CLOSED, closed).intoArray(winners, winnersAt + lane);
    }
  }

  /**
   * Sets the gradients of the sums by those of the outputs, {@code from}.
   *
   * @param biasGradients one a channel that is present: set to the sums over places and images
   */
  void backward(int blocks, MapValues from, float[] biasGradients) {
    for (int channel = 0; channel < channels; channel++) {
      Arrays.fill(lanes, 0);
      for (int block = 0; block < blocks; block++) {
        int to = gradients.at(block, maps[channel]);
        int winnersAt = winnersAt(block, channel);
        for (int output = 0; output < pooled.places(); output++) {
          int at = from.at(block, channel) + from.places()[output];
          spread(from.values(), at, to, firstPlace(output), winnersAt);
          winnersAt += Block.IMAGES;
        }
      }
      biasGradients[channel] = Block.fold(lanes, 0);
    }
  }

  private void spread(float[] from, int fromAt, int to, int first, int winnersAt) {
    int[] places = gradients.places();
    float[] values = gradients.values();
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int lane = 0; lane < Block.IMAGES; lane += LANES) {
      FloatVector winner = FloatVector.fromArray(SPECIES, winners, winnersAt + lane);
      FloatVector gradient = FloatVector.fromArray(SPECIES, from, fromAt + lane);
      for (int member = 0; member < side * side; member++) {
        zero.blend(gradient, winner.compare(VectorOperators.EQ, member))
            .intoArray(values, to + places[place(first, member)] + lane);
      }
      VectorMask<Float> open = winner.compare(VectorOperators.NE, CLOSED);
      FloatVector.fromArray(SPECIES, lanes, lane)
          .add(zero.blend(gradient, open))
          .intoArray(lanes, lane);
    }
  }

  /**
   * Adds the images for which anything in a channel's map is above zero, before pooling.
   *
   * @param counts one a channel of the whole layer
   * @param present the channels that are present
   */
  void countActive(int images, float[] bias, int[] counts, int[] present) {
    for (int channel = 0; channel < channels; channel++) {
      for (int image = 0; image < images; image++) {
        counts[present[channel]] += isActive(channel, bias[channel], image) ? 1 : 0;
      }
    }
  }

  private boolean isActive(int channel, float bias, int image) {
    int place = 0;
    while (place < made.places() && !(sums.of(image, maps[channel], place) + bias > 0)) {
      place++;
    }
    return place < made.places();
  }
}

package prunesweep.trainer.result;

import java.io.Serializable;
import prunesweep.trainer.data.Encoding;

/**
 * A network that is kept, with all that is needed to use it elsewhere.
 *
 * @param stage what was done to it before, as in {@link EvaluationResult}
 * @param network its hidden layers as one word, as {@code NetworkSpec} writes it
 * @param encoding of the raw numbers that go in, and the names of what comes out
 * @param weights its weights and biases
 */
public record KeptNetwork(String stage, String network, Encoding encoding, Packed weights)
    implements Serializable {

  /**
   * Numbers of a network, zeros left out.
   *
   * @param pattern a bit a weight, layer by layer in flat order, lowest bit of the first byte
   *     first; 1 = not zero
   * @param weights the weights that are not zero, in that order
   * @param biases all biases, layer by layer; none in a network without them
   */
  @SuppressWarnings("ArrayRecordComponent") // Written once, read once.
  public record Packed(byte[] pattern, float[] weights, float[] biases) implements Serializable {}
}

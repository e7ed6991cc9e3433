package prunesweep.trainer.training.vector;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The units of a layer that are worked on.
 *
 * <p>A unit without a kept incoming weight is severed: its output is the same for every image, its
 * bias after the ReLU. Nothing is computed for it but this, its bias's gradient and what follows
 * from it. If its output is zero and nothing can ever move its bias, it is left out altogether.
 * Both change no bit: what is left out are terms that are zero.
 *
 * @param all number of units of the layer
 * @param present the units that are not left out, ascending
 * @param computed the places in {@code present} of those that are not severed, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // Read only.
record LiveUnits(int all, int[] present, int[] computed) {

  /** Every one of {@code units} units. */
  static LiveUnits all(int units) {
    int[] every = IntStream.range(0, units).toArray();
    return new LiveUnits(units, every, every);
  }

  /** The live units of a hidden layer whose weights move by {@code rule}. */
  static LiveUnits of(WholeLayer state, UpdateRule rule) {
    boolean[] fed = fed(state);
    int[] present =
        IntStream.range(0, state.units)
            .filter(unit -> fed[unit] || canMatter(state, unit, rule))
            .toArray();
    int[] computed =
        IntStream.range(0, present.length).filter(place -> fed[present[place]]).toArray();
    return new LiveUnits(state.units, present, computed);
  }

  /** Marks the units that have a kept incoming weight. */
  private static boolean[] fed(WholeLayer state) {
    boolean[] kept = state.kept();
    boolean[] fed = new boolean[state.units];
    Arrays.fill(fed, kept == null);
    for (int index = 0; kept != null && index < kept.length; index++) {
      fed[index % state.units] |= kept[index];
    }
    return fed;
  }

  /**
   * A severed unit with a positive bias is active; with memory, its weights move on by themselves.
   */
  private static boolean canMatter(WholeLayer state, int unit, UpdateRule rule) {
    return rule.movesWithoutGradient() || (state.hasBias && state.bias[unit] > 0);
  }

  /** The places of channels as units: {@code places} of each, one after the other. */
  LiveUnits spread(int places) {
    int[] spread =
        Arrays.stream(present)
            .flatMap(unit -> IntStream.range(unit * places, (unit + 1) * places))
            .toArray();
    return new LiveUnits(all * places, spread, IntStream.range(0, spread.length).toArray());
  }

  /** The unit of the whole layer whose weights stand in {@code column}. */
  int unit(int column) {
    return present[computed[column]];
  }

  /** Tells whether some unit that is present is severed. */
  boolean hasSevered() {
    return computed.length < present.length;
  }
}

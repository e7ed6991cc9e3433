package prunesweep.trainer.training.vector;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.network.Kernel;

/** The live parameters of a layer, in the order that its products read them, and their update. */
final class LiveParameters {

  final float[] weights;

  /** One a unit that is present, padded. */
  final float[] bias;

  /** The mask; null where none is held. */
  final @Nullable PackedMask kept;

  /** Most weights whose gradient is made at once. */
  final int piece;

  final WeightUpdate update;
  private final WholeLayer state;
  private final LivePlaces places;

  /**
   * Loads the live part of {@code state}.
   *
   * @param width of the biases, padded
   */
  LiveParameters(WholeLayer state, LivePlaces places, int width, UpdateRule rule) {
    this.state = state;
    this.places = places;
    weights = new float[places.weights().size()];
    bias = new float[width];
    load();
    kept = state.kept() == null ? null : places.pack(state.kept());
    piece = places.weights().piece();
    update = rule.forLayer(this, state.memories().stream().map(this::loadLive).toList());
  }

  /** Takes the parameters over again from the whole layer. */
  void load() {
    load(state.parameters(), new ParameterArrays(weights, bias));
  }

  private ParameterArrays loadLive(ParameterArrays whole) {
    ParameterArrays live = new ParameterArrays(new float[weights.length], new float[bias.length]);
    load(whole, live);
    return live;
  }

  private void load(ParameterArrays whole, ParameterArrays live) {
    places.loadMatrix(whole.weights(), live.weights());
    places.loadUnits(whole.bias(), live.bias());
  }

  /** Writes the live part back to the whole layer. */
  void store() {
    store(new ParameterArrays(weights, bias), state.parameters());
    for (int index = 0; index < state.memories().size(); index++) {
      store(update.memories().get(index), state.memory(index));
    }
  }

  private void store(ParameterArrays live, ParameterArrays whole) {
    places.storeMatrix(live.weights(), whole.weights());
    places.storeUnits(live.bias(), whole.bias());
  }

  /** Hands out what stands in the update's target, as a whole kernel, and sets it to zero. */
  Kernel takeTarget() {
    float[] whole = new float[state.weights.length];
    places.storeMatrix(update.target(), whole);
    Arrays.fill(update.target(), 0);
    return new Kernel(state.inputs, state.units, whole);
  }
}

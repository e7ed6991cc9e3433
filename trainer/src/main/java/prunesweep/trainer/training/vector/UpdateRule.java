package prunesweep.trainer.training.vector;

import java.util.List;
import java.util.function.BiFunction;
import prunesweep.trainer.spec.UpdateSpec;

/** A rule by which parameters move along their gradients. */
interface UpdateRule {

  /** Numbers that it remembers of each parameter. */
  int memories();

  /** Tells whether a parameter can move without a gradient. */
  default boolean movesWithoutGradient() {
    return memories() > 0;
  }

  /**
   * The update of a layer with the parameters {@code live}.
   *
   * @param memories as many as {@link #memories}, in the order of the layer's arrays, to work on
   */
  WeightUpdate forLayer(LiveParameters live, List<ParameterArrays> memories);

  /** The rule {@code update} asks for. */
  static UpdateRule of(UpdateSpec update) {
    return switch (update.optimizer()) {
      case SGD -> update.momentum() > 0 ? new MomentumRule(update) : descent(Decay.of(update));
      case ADAM -> new AdamRule(Decay.of(update));
      case ADAMW -> shrinking(new AdamRule(Decay.NONE), Decay.of(update));
    };
  }

  private static UpdateRule descent(Decay decay) {
    return decay.isNone()
        ? new SgdRule()
        : new DecayRule(new SgdRule(), (live, inner) -> new DecayedUpdate(live, inner, decay));
  }

  private static UpdateRule shrinking(UpdateRule rule, Decay decay) {
    return decay.isNone()
        ? rule
        : new DecayRule(rule, (live, inner) -> new ShrunkUpdate(live, inner, decay));
  }

  /** Plain gradient descent. */
  record SgdRule() implements UpdateRule {
    @Override
    public int memories() {
      return 0;
    }

    @Override
    public WeightUpdate forLayer(LiveParameters live, List<ParameterArrays> memories) {
      return new SgdUpdate(live);
    }
  }

  /** Gradient descent with momentum, and with a decay in the gradients. */
  record MomentumRule(UpdateSpec update) implements UpdateRule {
    @Override
    public int memories() {
      return 1;
    }

    @Override
    public WeightUpdate forLayer(LiveParameters live, List<ParameterArrays> memories) {
      return new MomentumUpdate(live, memories, update);
    }
  }

  /** Adam, with a decay in the gradients. */
  record AdamRule(Decay decay) implements UpdateRule {
    @Override
    public int memories() {
      return 2;
    }

    @Override
    public WeightUpdate forLayer(LiveParameters live, List<ParameterArrays> memories) {
      return new AdamUpdate(live, memories, decay);
    }
  }

  /**
   * Another rule with a weight decay.
   *
   * @param inner makes moves of gradients
   * @param decay puts the decay around the update of a layer by {@code inner}
   */
  record DecayRule(
      UpdateRule inner, BiFunction<LiveParameters, WeightUpdate, UpdateWithDecay> decay)
      implements UpdateRule {
    @Override
    public int memories() {
      return inner.memories();
    }

    @Override
    public boolean movesWithoutGradient() {
      return true;
    }

    @Override
    public WeightUpdate forLayer(LiveParameters live, List<ParameterArrays> memories) {
      return decay.apply(live, inner.forLayer(live, memories));
    }
  }
}

package prunesweep.trainer.spec;

import java.io.Serializable;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Kind;
import prunesweep.trainer.key.Rule;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.key.Values;

/**
 * The rule by which a network moves along its gradients.
 *
 * @param optimizer the rule itself
 * @param momentum of sgd: how much of a step's move the next one repeats, in [0, 1); 0 of others
 * @param nesterov of a momentum: whether the step looks ahead
 * @param weightDecay what is added to a gradient for each unit of its weight, from 0
 * @param decayBiases of a decay: whether biases have it too
 */
public record UpdateSpec(
    Optimizer optimizer, double momentum, Switch nesterov, double weightDecay, Switch decayBiases)
    implements Serializable {

  private static final String TRAINING = "training";

  /** The update rule. */
  public static final Key<Optimizer> OPTIMIZER =
      Key.of(TRAINING, "optimizer", Kind.choice(Optimizer.class))
          .column("optimizer", "Rule that turns a gradient into an update")
          .label("%s")
          .key();

  /** The share of a step's move that the next one repeats. */
  public static final Key<Double> MOMENTUM =
      Key.of(TRAINING, "momentum", Kind.NUMBER)
          .rule(Rule.shareOrZero())
          .older(0.0)
          .when(
              OPTIMIZER,
              optimizer -> optimizer == Optimizer.SGD,
              "left out when training.optimizer is not sgd")
          .column("momentum", "0..1", "Momentum of sgd; null with another optimizer")
          .generation(3)
          .label("momentum=%s")
          .key();

  /** Key that says whether a step with momentum looks ahead. */
  public static final Key<Switch> NESTEROV =
      Key.of(TRAINING, "nesterov", Kind.choice(Switch.class))
          .older(Switch.OFF)
          .when(
              MOMENTUM,
              momentum -> momentum > 0,
              "left out when training.momentum is 0 or left out")
          .column("nesterov", "Whether the momentum looks ahead; null where there is none")
          .generation(3)
          .label("nesterov=%s")
          .key();

  /** The amount that is added to a gradient for each unit of its weight. */
  public static final Key<Double> WEIGHT_DECAY =
      Key.of(TRAINING, "weight-decay", Kind.NUMBER)
          .rule(Rule.zeroOrPositive())
          .older(0.0)
          .column("weight_decay", "at least 0", "Factor of the weights in their gradients")
          .generation(3)
          .label("decay=%s")
          .key();

  /** Key that says whether biases have the decay too. */
  public static final Key<Switch> DECAY_BIASES =
      Key.of(TRAINING, "decay-biases", Kind.choice(Switch.class))
          .older(Switch.ON)
          .when(WEIGHT_DECAY, decay -> decay > 0, "left out when training.weight-decay is 0")
          .column("decay_biases", "Whether biases decayed too; null where nothing did")
          .generation(3)
          .label("decay-biases=%s")
          .key();

  /** Its keys. */
  public static final Section<UpdateSpec> SECTION =
      Section.of("update", UpdateSpec::of)
          .with(OPTIMIZER, UpdateSpec::optimizer)
          .with(MOMENTUM, UpdateSpec::momentum)
          .with(NESTEROV, UpdateSpec::nesterov)
          .with(WEIGHT_DECAY, UpdateSpec::weightDecay)
          .with(DECAY_BIASES, UpdateSpec::decayBiases);

  public UpdateSpec {
    MOMENTUM.require(momentum);
    WEIGHT_DECAY.require(weightDecay);
  }

  /** What does not apply makes no other trial. */
  private static UpdateSpec of(Values values) {
    Optimizer optimizer = values.get(OPTIMIZER);
    UpdateSpec plain =
        plain(optimizer).withWeightDecay(values.get(WEIGHT_DECAY), values.get(DECAY_BIASES));
    return optimizer == Optimizer.SGD
        ? plain.withMomentum(values.get(MOMENTUM), values.get(NESTEROV))
        : plain;
  }

  /** {@code optimizer} with nothing beside it. */
  public static UpdateSpec plain(Optimizer optimizer) {
    return new UpdateSpec(optimizer, 0, Switch.OFF, 0, Switch.ON);
  }

  /** The same with a momentum; none leaves nothing to look ahead with. */
  public UpdateSpec withMomentum(double momentum, Switch nesterov) {
    return new UpdateSpec(
        optimizer, momentum, momentum > 0 ? nesterov : Switch.OFF, weightDecay, decayBiases);
  }

  /** The same with a weight decay; none leaves nothing to spare biases. */
  public UpdateSpec withWeightDecay(double decay, Switch decayBiases) {
    return new UpdateSpec(
        optimizer, momentum, nesterov, decay, decay > 0 ? decayBiases : Switch.ON);
  }

  /** The decay of biases, from 0. */
  public double biasDecay() {
    return decayBiases == Switch.ON ? weightDecay : 0;
  }
}

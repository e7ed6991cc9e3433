package prunesweep.trainer.spec;

import java.io.Serializable;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Kind;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.key.Values;

/**
 * The rule by which a network moves along its gradients.
 *
 * @param optimizer the rule itself
 */
public record UpdateSpec(Optimizer optimizer) implements Serializable {

  private static final String TRAINING = "training";

  /** The update rule. */
  public static final Key<Optimizer> OPTIMIZER =
      Key.of(TRAINING, "optimizer", Kind.choice(Optimizer.class))
          .column("optimizer", "Rule that turns a gradient into an update")
          .label("%s")
          .key();

  /** Its keys. */
  public static final Section<UpdateSpec> SECTION =
      Section.of("update", UpdateSpec::of).with(OPTIMIZER, UpdateSpec::optimizer);

  private static UpdateSpec of(Values values) {
    return new UpdateSpec(values.get(OPTIMIZER));
  }

  /** {@code optimizer} with nothing beside it. */
  public static UpdateSpec plain(Optimizer optimizer) {
    return new UpdateSpec(optimizer);
  }
}

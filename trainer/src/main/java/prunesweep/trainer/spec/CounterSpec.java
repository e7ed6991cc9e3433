package prunesweep.trainer.spec;

import java.io.Serializable;
import prunesweep.trainer.key.Rule;

/**
 * Settings of an activation counter.
 *
 * @param counter what is counted
 * @param source where the images come from
 * @param batch images of one batch, drawn with replacement
 */
public record CounterSpec(Counter counter, CounterSource source, int batch)
    implements Serializable {

  /** The paper's: active neurons over 32 training images. */
  public static final CounterSpec STANDARD =
      new CounterSpec(Counter.ACTIVE, CounterSource.TRAIN, 32);

  public CounterSpec {
    Rule.between(1, 1_000_000).require("counter-batch", batch);
  }

  /** One word, e.g. {@code active:train:32}. */
  public String label() {
    return "%s:%s:%d".formatted(counter.label(), source.label(), batch);
  }
}

package prunesweep.trainer.spec;

import java.io.Serializable;

/**
 * What an activation counter counts, and over what.
 *
 * @param counter what is counted
 * @param source where the images come from
 * @param batch images of one batch, drawn with replacement
 */
public record CounterSpec(Counter counter, CounterSource source, int batch)
    implements Serializable {

  /** One word, e.g. {@code active:train:32}. */
  public String label() {
    return "%s:%s:%d".formatted(counter.label(), source.label(), batch);
  }
}

package prunesweep.trainer.key;

import java.util.List;
import java.util.Map;

/** A value as a config has it, before anyone knows what it means. */
public sealed interface Written {

  /**
   * A text, a number or a flag.
   *
   * @param text as it is written, without quotes
   */
  record Scalar(String text) implements Written {}

  /**
   * A list.
   *
   * @param values in order
   */
  record Many(List<Written> values) implements Written {
    public Many {
      values = List.copyOf(values);
    }
  }

  /**
   * A block of keys.
   *
   * @param values by key
   */
  record Block(Map<String, Written> values) implements Written {
    public Block {
      values = Map.copyOf(values);
    }
  }

  /** The word {@code null}. */
  record Nothing() implements Written {}

  /**
   * The text of a scalar.
   *
   * @param rule of the key, for the refusal of anything else
   * @throws UnfitValueException if this is no scalar
   */
  default String text(String rule) {
    if (this instanceof Scalar scalar) {
      return scalar.text();
    }
    throw new UnfitValueException(rule);
  }

  /**
   * The values of a list.
   *
   * @param rule of the key, for the refusal of anything else
   * @throws UnfitValueException if this is no list
   */
  default List<Written> values(String rule) {
    if (this instanceof Many many) {
      return many.values();
    }
    throw new UnfitValueException(rule);
  }
}

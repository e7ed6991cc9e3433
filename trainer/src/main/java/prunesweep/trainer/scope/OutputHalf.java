package prunesweep.trainer.scope;

import java.util.ArrayList;
import java.util.List;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.key.Section;

/**
 * Each layer by itself, all at each prune, the output layer at half the rate of the others: where a
 * prune takes a fifth of what is left of a hidden layer, it takes a tenth of what is left of that
 * one (Frankle and Carbin, The lottery ticket hypothesis, 2019, section 2). The target is a share
 * of each hidden layer. Only where the output layer is pruned.
 */
public record OutputHalf() implements Scope {

  /** Its keys: none. */
  public static final Section<OutputHalf> SECTION =
      Section.of("output-half", values -> new OutputHalf());

  @Override
  public Section<OutputHalf> section() {
    return SECTION;
  }

  @Override
  public List<Cut> cuts(int prune, Amounts amounts, Population population) {
    List<Cut> cuts = new ArrayList<>(new Layers().cuts(prune, amounts, population));
    int output = cuts.size() - 1;
    long size = population.layers().get(output);
    long gone = kept(prune - 1, amounts, size) - kept(prune, amounts, size);
    cuts.set(output, new Cut(List.of(output), gone));
    return cuts;
  }

  /** What the output layer keeps of {@code size} weights; each prune's amount is rounded down. */
  private static long kept(int prunes, Amounts amounts, long size) {
    long kept = size;
    for (int prune = 1; prune <= prunes; prune++) {
      long before = size - amounts.until(prune - 1, size);
      long share = Math.multiplyExact(kept, amounts.of(prune, size));
      kept -= before > 0 ? share / (2 * before) : 0;
    }
    return kept;
  }

  /** Without the output layer all of a network's weights are more than those of its layers. */
  @Override
  public void requirePrunable(Amounts amounts, Population population) {
    if (population.prunable() != population.all() || population.dimensions().isEmpty()) {
      throw new InvalidSpecException(
          "scope", "one of hidden layers where prune-output is off", SECTION.label());
    }
  }
}

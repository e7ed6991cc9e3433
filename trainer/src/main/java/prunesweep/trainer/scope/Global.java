package prunesweep.trainer.scope;

import java.util.List;
import java.util.stream.IntStream;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.key.Section;

/**
 * One cut over all layers that can be pruned; the target is a share of all weights, or of all
 * hidden units (Ganguli and Chong 2024, algorithms 1 to 3).
 */
public record Global() implements Scope {

  /** Its keys: none. */
  public static final Section<Global> SECTION = Section.of("global", values -> new Global());

  @Override
  public Section<Global> section() {
    return SECTION;
  }

  @Override
  public List<Cut> cuts(int prune, Amounts amounts, Population population) {
    List<Integer> layers = IntStream.range(0, population.layers().size()).boxed().toList();
    return List.of(new Cut(layers, amounts.of(prune, population.all())));
  }

  /** The target is a share of all weights, the output layer's too where they are not pruned. */
  @Override
  public void requirePrunable(Amounts amounts, Population population) {
    long prunable = population.prunable();
    if (amounts.inAll(population.all()) > prunable) {
      throw new InvalidSpecException(
          "target",
          "at most %d / %d, the hidden layers' share of all weights"
              .formatted(prunable, population.all()),
          amounts.target());
    }
  }
}

package prunesweep.trainer.scope;

import java.util.List;
import prunesweep.trainer.key.Section;

/**
 * One hidden layer at each prune, first to last; the target is a share of each (Ganguli and Chong
 * 2024, algorithms 4 to 6).
 */
public record InTurn() implements Scope {

  /** Its keys: none. */
  public static final Section<InTurn> SECTION = Section.of("local", values -> new InTurn());

  @Override
  public Section<InTurn> section() {
    return SECTION;
  }

  @Override
  public List<Cut> cuts(int prune, Amounts amounts, Population population) {
    int layer = prune - 1;
    return List.of(new Cut(List.of(layer), amounts.inAll(population.layers().get(layer))));
  }

  @Override
  public boolean isLayerByLayer() {
    return true;
  }
}

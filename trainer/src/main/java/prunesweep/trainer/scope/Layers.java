package prunesweep.trainer.scope;

import java.util.List;
import java.util.stream.IntStream;
import prunesweep.trainer.key.Section;

/** Each layer by itself, all at each prune; the target is a share of each. */
public record Layers() implements Scope {

  /** Its keys: none. */
  public static final Section<Layers> SECTION = Section.of("layers", values -> new Layers());

  @Override
  public Section<Layers> section() {
    return SECTION;
  }

  @Override
  public List<Cut> cuts(int prune, Amounts amounts, Population population) {
    return IntStream.range(0, population.layers().size())
        .mapToObj(
            layer -> new Cut(List.of(layer), amounts.of(prune, population.layers().get(layer))))
        .toList();
  }
}

package prunesweep.driver.stub;

import java.util.List;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Kind;
import prunesweep.trainer.key.Rule;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.scope.Amounts;
import prunesweep.trainer.scope.Cut;
import prunesweep.trainer.scope.Population;
import prunesweep.trainer.scope.Scope;

/** One hidden layer, of which the target is a share. */
record StubScope(int layer) implements Scope {

  private static final Key<Integer> LAYER =
      Key.of("stub", "layer", Kind.WHOLE_NUMBER)
          .ofMethod()
          .rule(Rule.between(0, 9))
          .older(0)
          .inEveryId()
          .column("stub_layer", "from 0", "The layer")
          .key();

  static final Section<StubScope> SECTION =
      Section.of("one-layer", values -> new StubScope(values.get(LAYER)))
          .with(LAYER, StubScope::layer);

  @Override
  public Section<StubScope> section() {
    return SECTION;
  }

  @Override
  public List<Cut> cuts(int prune, Amounts amounts, Population population) {
    return List.of(new Cut(List.of(layer), amounts.of(prune, population.layers().get(layer))));
  }
}

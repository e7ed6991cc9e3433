package prunesweep.trainer.spec;

/**
 * One cut over all hidden layers at each cycle (Ganguli and Chong 2024, algorithms 1 to 3).
 *
 * @param cycles number of prunes, at least 1
 * @param decay what the amount of a cycle is multiplied by for the next, in (0, 1]; the paper's 0.8
 * @param counterMode what happens to the running counters after a prune
 */
public record GlobalScope(int cycles, double decay, CounterMode counterMode) implements Scope {

  public GlobalScope {
    Require.between("cycles", cycles, 1, 10_000);
    Require.shareOrOne("decay", decay);
  }

  @Override
  public String label() {
    return "global";
  }

  @Override
  public int cycles(int hiddenLayers) {
    return cycles;
  }

  @Override
  public void describe(CanonicalText text) {
    text.put("scope", label());
    text.put("cycles", cycles);
    text.put("decay", decay);
    text.put("counter-mode", counterMode.label());
  }
}

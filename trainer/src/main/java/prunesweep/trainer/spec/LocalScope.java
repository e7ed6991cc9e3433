package prunesweep.trainer.spec;

/** One hidden layer a cycle, first to last (Ganguli and Chong 2024, algorithms 4 to 6). */
public record LocalScope() implements Scope {

  @Override
  public String label() {
    return "local";
  }

  @Override
  public int cycles(int hiddenLayers) {
    return hiddenLayers;
  }

  @Override
  public void describe(CanonicalText text) {
    text.put("scope", label());
  }
}

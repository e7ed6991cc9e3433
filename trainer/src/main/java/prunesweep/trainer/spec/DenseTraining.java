package prunesweep.trainer.spec;

/** Training without pruning: the baseline. */
public record DenseTraining() implements MethodSpec {

  @Override
  public String label() {
    return "dense";
  }

  @Override
  public void describe(CanonicalText text) {
    text.put("method", label());
  }
}

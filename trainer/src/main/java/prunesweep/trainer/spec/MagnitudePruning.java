package prunesweep.trainer.spec;

/**
 * Gradual pruning of the smallest weights of each hidden layer, from a network trained to its end
 * (Zhu and Gupta, To prune, or not to prune, 2017; protocol, section 6).
 *
 * @param target share of each hidden layer to prune, in (0, 1)
 * @param every steps from prune to prune
 * @param epochs epochs over which the pruning goes
 */
public record MagnitudePruning(double target, int every, int epochs) implements MethodSpec {

  public MagnitudePruning {
    Require.share("target", target);
    Require.between("every", every, 1, 1_000_000);
    Require.between("epochs", epochs, 1, 10_000);
  }

  @Override
  public String label() {
    return "magnitude";
  }

  @Override
  public void describe(CanonicalText text) {
    text.put("method", label());
    text.put("target", target);
    text.put("every", every);
    text.put("epochs", epochs);
  }
}

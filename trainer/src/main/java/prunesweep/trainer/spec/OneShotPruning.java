package prunesweep.trainer.spec;

/**
 * One prune of each hidden layer after training, and no training after it (protocol, section 8).
 *
 * @param granularity what goes: single weights or whole units
 * @param share of each layer, in [0, 1)
 */
public record OneShotPruning(Granularity granularity, double share) implements MethodSpec {

  public OneShotPruning {
    Require.shareOrZero("target", share);
  }

  @Override
  public String label() {
    return "one-shot";
  }

  @Override
  public void describe(CanonicalText text) {
    text.put("method", label());
    text.put("granularity", granularity.label());
    text.put("target", share);
  }
}

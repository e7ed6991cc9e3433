package prunesweep.trainer.training;

/**
 * The paper's early stopping on the validation loss (protocol, section 2): with running minimum m
 * and last value p, a value v below m is the new minimum; a v above 1.1 m that also rose over p is
 * a tick; a v below 1.1 m clears the ticks; the third tick stops. A v above 1.1 m that falls leaves
 * the ticks as they are.
 */
public final class EarlyStopping {

  private static final double TOLERANCE = 1.1;
  private static final int LAST_TICK = 3;

  private double minimum = Double.POSITIVE_INFINITY;
  private double last = Double.POSITIVE_INFINITY;
  private int ticks;

  /** Takes the next epoch's validation loss; true when training must stop. */
  public boolean stopsAt(double loss) {
    if (loss < minimum) {
      minimum = loss;
    } else if (loss > TOLERANCE * minimum && loss > last) {
      ticks++;
    } else if (loss < TOLERANCE * minimum) {
      ticks = 0;
    }
    last = loss;
    return ticks == LAST_TICK;
  }
}

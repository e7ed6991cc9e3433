package prunesweep.benchmarks.faults;

import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** An endless series of faults that its seed alone decides. */
public final class Faults implements Iterator<Fault> {

  private static final int SHORTEST_PAUSE = 500;
  private static final int LONGEST_PAUSE = 6_000;
  private static final int SHORTEST_FREEZE = 1_000;
  private static final int LONGEST_FREEZE = 15_000;

  /** Half of the faults are those that a cluster sees most. */
  private static final List<Target> TARGETS =
      List.of(
          Target.EXECUTOR,
          Target.EXECUTOR,
          Target.EXECUTOR,
          Target.WORKER,
          Target.MASTER,
          Target.DRIVER);

  /** Beside these, the server that keeps the results. */
  private static final List<Target> TARGETS_OF_A_STORE =
      Stream.concat(TARGETS.stream(), Stream.of(Target.STORE, Target.STORE)).toList();

  private final Random random;
  private final List<Target> targets;

  private Faults(long seed, List<Target> targets) {
    this.random = new Random(seed);
    this.targets = targets;
  }

  /** The series of {@code seed} for a cluster that writes to a disk of this machine. */
  public static Faults of(long seed) {
    return new Faults(seed, TARGETS);
  }

  /** The series of {@code seed} for a cluster that writes to a server. */
  public static Faults withStore(long seed) {
    return new Faults(seed, TARGETS_OF_A_STORE);
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public Fault next() {
    long after = between(SHORTEST_PAUSE, LONGEST_PAUSE);
    Deed deed = random.nextInt(3) == 0 ? Deed.FREEZE : Deed.KILL;
    Target target = targets.get(random.nextInt(targets.size()));
    int choice = random.nextInt(Short.MAX_VALUE);
    long frozen = between(SHORTEST_FREEZE, LONGEST_FREEZE);
    return new Fault(after, deed, target, choice, deed == Deed.KILL ? 0 : frozen);
  }

  private int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }
}

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

  private static final List<Deed> DEEDS = List.of(Deed.KILL, Deed.KILL, Deed.FREEZE);

  /** Workers alone can be told that their machine will be taken away. */
  private static final List<Deed> DEEDS_TO_A_WORKER =
      List.of(Deed.KILL, Deed.DECOMMISSION, Deed.FREEZE);

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
    Target target = targets.get(random.nextInt(targets.size()));
    Deed deed = deed(target);
    int choice = random.nextInt(Short.MAX_VALUE);
    long lasting = between(SHORTEST_FREEZE, LONGEST_FREEZE);
    return new Fault(after, deed, target, choice, deed == Deed.KILL ? 0 : lasting);
  }

  private Deed deed(Target target) {
    List<Deed> deeds = target == Target.WORKER ? DEEDS_TO_A_WORKER : DEEDS;
    return deeds.get(random.nextInt(deeds.size()));
  }

  private int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }
}

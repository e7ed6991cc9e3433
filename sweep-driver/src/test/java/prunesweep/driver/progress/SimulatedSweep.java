package prunesweep.driver.progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import prunesweep.driver.plan.Planned;
import prunesweep.driver.plan.PlannedStage;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.driver.plan.StagePlan;
import prunesweep.driver.plan.StagePlanner;
import prunesweep.driver.plan.SweepPlan;
import prunesweep.driver.plan.WorkId;
import prunesweep.trainer.checkpoint.Standing;

/**
 * A sweep whose trials take the times that are drawn for them, by a clock of its own: each second
 * it tells what a dispatcher would tell.
 */
final class SimulatedSweep {

  /** The truth, which the estimate does not know: seconds of an epoch and epochs of a piece. */
  interface Truth {
    double secondsAnEpoch(Planned planned);

    int epochs(Planned planned, Random random);
  }

  /**
   * What was said at a moment, and what was so.
   *
   * @param ended share of the trials that have ended
   * @param said seconds left by the estimate; NaN where there was none
   * @param isSo seconds that were left
   */
  record Moment(double ended, double said, double isSo) {}

  private static final class HandClock extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private record Running(Planned planned, Instant begun, int epochs, double secondsAnEpoch) {

    double seconds() {
      return (epochs + 0.5) * secondsAnEpoch;
    }

    boolean hasEndedAt(Instant now) {
      return !begun.plusMillis(Math.round(1000 * seconds())).isAfter(now);
    }

    Underway underway(Instant now) {
      int trained =
          Math.min(
              epochs, (int) (Duration.between(begun, now).toMillis() / 1000.0 / secondsAnEpoch));
      Underway started = new Underway(planned, "host", "1", begun, begun, null);
      Instant heard = begun.plusMillis(Math.round(1000 * trained * secondsAnEpoch));
      return trained == 0
          ? started
          : started.at(new Standing("training", trained, trained, 0, 0.5, 0.5, 0), heard);
    }
  }

  private final HandClock clock = new HandClock();
  private final SweepPlan plan;
  private final StagePlan stages;
  private final Truth truth;
  private final Random random;
  private final SweepProgress progress;
  private final List<Planned> waiting = new ArrayList<>();
  private final List<Running> running = new ArrayList<>();
  private final Set<WorkId> ended = new HashSet<>();
  private final Map<WorkId, Work> works;

  SimulatedSweep(SweepPlan plan, ToDoubleFunction<Planned> cost, Truth truth, long seed) {
    this.plan = plan;
    this.stages = StagePlanner.plan(plan, plan.trials(), Set.of());
    this.truth = truth;
    this.random = new Random(seed);
    Counts none = new Counts(plan.trials().size(), 0, 0, 0, 0);
    this.progress = new SweepProgress(plan, none, plan.trials(), stages, cost, clock);
    this.works = Works.of(plan.trials(), stages, cost);
    waiting.addAll(stages.stages());
    waiting.addAll(plan.trials());
    waiting.sort(Comparator.comparingInt(Planned::position));
  }

  /** All moments of the sweep on {@code slots} slots, one a second. */
  List<Moment> run(int slots) {
    Map<Instant, double[]> said = new HashMap<>();
    while (!waiting.isEmpty() || !running.isEmpty()) {
      endAll();
      start(slots);
      progress.submitted(running.size(), 0, slots);
      progress.standsAt(running.stream().map(one -> one.underway(clock.now)).toList());
      SweepStatus status = progress.status();
      long trials = plan.trials().stream().filter(one -> ended.contains(one.work())).count();
      double left = status.timeLeft().map(time -> time.toMillis() / 1000.0).orElse(Double.NaN);
      said.put(clock.now, new double[] {(double) trials / plan.trials().size(), left});
      clock.now = clock.now.plusSeconds(1);
    }
    Instant end = clock.now.minusSeconds(1);
    return said.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            one ->
                new Moment(
                    one.getValue()[0],
                    one.getValue()[1],
                    Duration.between(one.getKey(), end).toSeconds()))
        .toList();
  }

  private void endAll() {
    for (Running one : List.copyOf(running)) {
      if (one.hasEndedAt(clock.now)) {
        running.remove(one);
        ended.add(one.planned().work());
        progress.ended(new Ended(one.planned(), one.epochs(), one.seconds()));
      }
    }
  }

  private void start(int slots) {
    for (Planned planned : List.copyOf(waiting)) {
      Set<WorkId> needs = Objects.requireNonNull(works.get(planned.work())).needs();
      if (running.size() < slots && ended.containsAll(needs)) {
        waiting.remove(planned);
        running.add(
            new Running(
                planned, clock.now, truth.epochs(planned, random), truth.secondsAnEpoch(planned)));
      }
    }
  }

  /** The hidden units of a trial's or stage's network. */
  static int units(Planned planned) {
    return (planned instanceof PlannedStage stage
            ? stage.spec().trunk().network()
            : ((PlannedTrial) planned).spec().network())
        .hidden().stream().mapToInt(Integer::intValue).sum();
  }
}

package prunesweep.benchmarks.contest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** The contestants that run, warmed up, each with its best kernel; closing it ends them all. */
final class Lineup implements AutoCloseable {

  private static final double WARM_UP_SECONDS = 2;
  private static final int TRIAL_ROUNDS = 5;

  private final int steps;
  private final Consumer<String> progress;
  private final List<Entrant> entrants = new ArrayList<>();

  /**
   * An empty line-up whose rounds have {@code steps} steps; {@code progress} is told each start.
   */
  Lineup(int steps, Consumer<String> progress) {
    this.steps = steps;
    this.progress = progress;
  }

  List<Entrant> entrants() {
    return List.copyOf(entrants);
  }

  /**
   * Starts the members of {@code family} with the candidate that is fastest for the first of them.
   *
   * @throws BenchException if a member cannot run
   */
  void enter(Family family) {
    CoreType core = family.candidates().get(0);
    int from = entrants.size();
    warmUp(start(family.first(), core));
    for (CoreType other : family.others()) {
      tryAlso(family.first(), other, from);
    }
    if (entrants.size() > from + 1) {
      core = keepFastest(List.copyOf(entrants.subList(from, entrants.size())));
    }
    for (Contestant member : family.rest()) {
      warmUp(start(member, core));
    }
  }

  private Entrant start(Contestant contestant, CoreType core) {
    progress.accept("Starting %s%s".formatted(contestant.label(), core.asked()));
    Entrant entrant = new Entrant(contestant, core, contestant.starter().start(core));
    entrants.add(entrant);
    return entrant;
  }

  private void warmUp(Entrant entrant) {
    double seconds = 0;
    while (seconds < WARM_UP_SECONDS) {
      int own = entrant.contestant().steps(steps);
      seconds += Arrays.stream(entrant.peer().run(own)).sum();
    }
  }

  /** Starts another kernel, if it can run: processor or library may lack it. */
  private void tryAlso(Contestant contestant, CoreType core, int from) {
    int before = entrants.size();
    try {
      Entrant entrant = start(contestant, core);
      if (entrants.subList(from, before).stream().anyMatch(entrant::hasKernelOf)) {
        dismiss(entrant);
      } else {
        warmUp(entrant);
      }
    } catch (BenchException e) {
      progress.accept("Left out: " + e.getMessage());
      entrants.subList(before, entrants.size()).stream().toList().forEach(this::dismiss);
    }
  }

  /** Compares the least times of several rounds: other work on the machine only ever adds. */
  private CoreType keepFastest(List<Entrant> trials) {
    List<StepTimes> series = Rounds.run(trials, TRIAL_ROUNDS, steps, round -> {});
    List<Double> times = series.stream().map(each -> each.summary().minimum()).toList();
    int fastest = times.indexOf(Collections.min(times));
    for (int index = 0; index < trials.size(); index++) {
      Entrant trial = trials.get(index);
      progress.accept(
          "Kernel %s: %.3f ms a step%s"
              .formatted(
                  trial.kernel(), times.get(index), index == fastest ? ", the fastest" : ""));
      if (index != fastest) {
        dismiss(trial);
      }
    }
    return trials.get(fastest).core();
  }

  private void dismiss(Entrant entrant) {
    entrants.remove(entrant);
    entrant.peer().close();
  }

  @Override
  public void close() {
    entrants.forEach(entrant -> entrant.peer().close());
  }
}

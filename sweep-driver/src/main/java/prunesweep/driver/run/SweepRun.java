package prunesweep.driver.run;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prunesweep.driver.config.ConfigLoader;
import prunesweep.driver.config.SweepConfig;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.driver.plan.StagePlan;
import prunesweep.driver.plan.StagePlanner;
import prunesweep.driver.plan.SweepPlan;
import prunesweep.driver.plan.SweepPlanner;
import prunesweep.driver.plan.WorkId;
import prunesweep.driver.progress.Counts;
import prunesweep.driver.progress.Ended;
import prunesweep.driver.progress.SweepProgress;
import prunesweep.driver.progress.Underway;
import prunesweep.driver.spark.JavaModules;
import prunesweep.driver.spark.KernelCheck;
import prunesweep.driver.spark.Master;
import prunesweep.driver.spark.OpenSession;
import prunesweep.driver.spark.Sessions;
import prunesweep.driver.spark.ShippedJars;
import prunesweep.driver.spark.Supervision;
import prunesweep.driver.spark.TrialDispatcher;
import prunesweep.driver.spark.TrialEvents;
import prunesweep.driver.store.StoreSettings;
import prunesweep.driver.tables.FinishedTrial;
import prunesweep.driver.tables.ResultTables;
import prunesweep.driver.tables.SourceTree;
import prunesweep.driver.tables.StageFiles;
import prunesweep.driver.tables.SweepRow;
import prunesweep.driver.tables.SweepTrial;
import prunesweep.driver.tables.Tables;
import prunesweep.driver.tables.TrialRow;
import prunesweep.driver.tables.TrialStatus;
import prunesweep.trainer.score.ScorerJars;
import prunesweep.trainer.spec.StageId;
import prunesweep.trainer.spec.TrialId;
import prunesweep.trainer.trial.TrialOutcome;

/** One run of a sweep: plans it, runs what is not done yet, keeps every outcome. */
public final class SweepRun {

  private final RunOptions options;
  private final Tables tables;
  private final RunEvents events;
  private final Master master;
  private final Images images = new Images();
  private final SweepConfig config;
  private final SweepPlan plan;
  private final Instant started = Instant.now();

  private SweepRun(RunOptions options, Tables tables, RunEvents events) {
    this.options = options;
    this.tables = tables;
    this.events = events;
    this.master = Master.chosen(options.master());
    JavaModules.require();
    this.config = ConfigLoader.load(options.config(), options.overrides(), events::warned);
    StoreSettings.use(config.spark());
    this.plan = SweepPlanner.plan(config, images::content);
  }

  /**
   * Runs the sweep.
   *
   * @throws RuntimeException of the packages it wires, each with one sentence for the user, before
   *     anything is written if config, data, folder or master are at fault
   */
  public static RunReport execute(RunOptions options, RunEvents events) {
    return ScorerJars.during(
        options.jars(), () -> new SweepRun(options, Tables.current(), events).run());
  }

  /** As {@link #execute(RunOptions, RunEvents)}, with tables of the caller's. */
  static RunReport execute(RunOptions options, Tables tables, RunEvents events) {
    return ScorerJars.during(options.jars(), () -> new SweepRun(options, tables, events).run());
  }

  private RunReport run() {
    images.prepare(plan, events);
    try (ResultTables results = ResultTables.open(options.out(), tables, events::warned)) {
      List<PlannedTrial> pending = pending(results);
      List<SweepTrial> trials = Origins.of(plan, pending, results);
      tellOtherCode(pending, results);
      StagePlan stages = stages(pending, results.stages());
      dropStates(pending, stages, results);
      Account account = account(pending, stages, results);
      if (pending.isEmpty()) {
        tellStart(pending);
      } else {
        runOnSpark(pending, trials, stages, new Committing(results, account));
      }
      if (!pending.isEmpty() || !results.hasEnded(plan.sweepId())) {
        results.recordSweep(row(trials, results, Instant.now()));
        results.compact();
        account.end();
      }
      return report(results);
    }
  }

  private List<PlannedTrial> pending(ResultTables results) {
    Map<TrialId, TrialStatus> finished = results.finished();
    Set<TrialStatus> kept = options.retryPolicy().kept();
    return plan.trials().stream()
        .filter(trial -> !kept.contains(finished.get(trial.id())))
        .toList();
  }

  private void tellOtherCode(List<PlannedTrial> pending, ResultTables results) {
    Set<TrialId> kept = PlannedTrial.ids(plan.trials());
    kept.removeAll(PlannedTrial.ids(pending));
    OtherCode.sentence(results.figures(kept).values(), Provenances.sourceTree())
        .ifPresent(events::warned);
  }

  private Map<String, String> properties() {
    return ShippedJars.with(options.jars(), config.spark());
  }

  private Account account(List<PlannedTrial> pending, StagePlan stages, ResultTables results) {
    SweepProgress progress =
        new SweepProgress(
            plan,
            kept(pending, results),
            pending,
            stages,
            new EpochCosts(images)::of,
            Clock.systemUTC());
    return new Account(progress, new KeptStatus(results.status(), events), events);
  }

  /** The trials that are not run again. */
  private Counts kept(List<PlannedTrial> pending, ResultTables results) {
    Map<TrialId, TrialStatus> finished = new HashMap<>(results.finished());
    finished.keySet().retainAll(PlannedTrial.ids(plan.trials()));
    finished.keySet().removeAll(PlannedTrial.ids(pending));
    int failed = Collections.frequency(finished.values(), TrialStatus.FAILED);
    return new Counts(plan.trials().size(), finished.size() - failed, failed, 0, 0);
  }

  private void runOnSpark(
      List<PlannedTrial> pending,
      List<SweepTrial> trials,
      StagePlan stages,
      Committing committing) {
    ResultTables results = committing.results;
    KeptStages kept = new KeptStages(results.stages(), events);
    try (OpenSession session =
            Sessions.open(plan.sweep(), master, properties(), TrialMemories.most(plan, images));
        TrialDispatcher dispatcher =
            new TrialDispatcher(
                session,
                images,
                options.failurePolicy(),
                config.blasCore(),
                new Supervision(config.timing().checkpointEvery(), config.timing().stuckAfter()),
                kept,
                new KeptStates(results.states(), events),
                committing)) {
      KernelCheck.require(session, config.blasCore());
      session.webInterface().ifPresent(events::webInterface);
      tellStart(pending);
      results.forget(PlannedTrial.ids(pending));
      results.recordSweep(row(trials, results, null));
      committing.account.show();
      dispatcher.run(pending, stages);
    }
  }

  /** The stages that pending trials share; one kept for nobody any more is deleted. */
  private StagePlan stages(List<PlannedTrial> pending, StageFiles files) {
    Set<StageId> kept = new HashSet<>(files.kept(StagePlanner.possible(plan)));
    if (options.retryPolicy() == RetryPolicy.RETRAIN) {
      files.drop(kept);
      kept.clear();
    }
    StagePlan stages = StagePlanner.plan(plan, pending, kept);
    kept.removeAll(stages.ids());
    files.drop(kept);
    return stages;
  }

  /** Trials that need not run have no state; when all is trained again, nothing has one. */
  private void dropStates(List<PlannedTrial> pending, StagePlan stages, ResultTables results) {
    Set<WorkId> dropped = new HashSet<>();
    plan.trials().forEach(trial -> dropped.add(trial.work()));
    StagePlanner.possible(plan).forEach(stage -> dropped.add(WorkId.of(stage)));
    if (options.retryPolicy() != RetryPolicy.RETRAIN) {
      pending.forEach(trial -> dropped.remove(trial.work()));
      stages.ids().forEach(stage -> dropped.remove(WorkId.of(stage)));
    }
    new KeptStates(results.states(), events).dropAll(dropped);
  }

  private void tellStart(List<PlannedTrial> pending) {
    events.starting(plan.trials().size(), plan.trials().size() - pending.size());
  }

  private SweepRow row(List<SweepTrial> trials, ResultTables results, @Nullable Instant ended) {
    return new SweepRow(
        plan.sweepId(),
        plan.sweep(),
        config.resolved(),
        trials,
        Provenances.of(master.url(), config.blasCore()),
        started,
        ended,
        count(results, TrialStatus.DONE),
        count(results, TrialStatus.FAILED));
  }

  private int count(ResultTables results, TrialStatus status) {
    Map<TrialId, TrialStatus> finished = results.finished();
    return (int) plan.trials().stream().filter(trial -> finished.get(trial.id()) == status).count();
  }

  private RunReport report(ResultTables results) {
    Map<TrialId, FinishedTrial> finished = results.figures(PlannedTrial.ids(plan.trials()));
    return new RunReport(
        plan,
        plan.trials().stream()
            .map(trial -> new RunReport.Line(trial, Optional.ofNullable(finished.get(trial.id()))))
            .toList());
  }

  /** Commits outcomes, and only then reports them. */
  private final class Committing implements TrialEvents {

    private final ResultTables results;
    private final Account account;

    Committing(ResultTables results, Account account) {
      this.results = results;
      this.account = account;
    }

    @Override
    public void running(int trials, int stages, int slots) {
      account.progress().submitted(trials, stages, slots);
    }

    @Override
    public void progressed(List<Underway> underway) {
      account.progress().standsAt(underway);
      account.show();
    }

    @Override
    public void ended(Ended ended) {
      account.progress().ended(ended);
    }

    @Override
    public void finished(List<TrialOutcome> outcomes) {
      Optional<SourceTree> code = Provenances.sourceTree();
      results.commit(
          outcomes.stream().map(outcome -> new TrialRow(plan.sweep(), outcome, code)).toList());
      account.progress().finished(outcomes);
      events.finished(outcomes);
    }

    @Override
    public void stageFailed(StageId stage, String message, int trials) {
      account.progress().stageFailed(stage);
      events.warned(
          "Stage %s failed, so its trials (%d) share nothing: %s"
              .formatted(stage, trials, message));
    }
  }
}

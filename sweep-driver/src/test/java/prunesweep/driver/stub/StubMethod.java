package prunesweep.driver.stub;

import java.util.Optional;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Kind;
import prunesweep.trainer.key.Rule;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.key.Values;
import prunesweep.trainer.method.Memory;
import prunesweep.trainer.method.Method;
import prunesweep.trainer.method.Next;
import prunesweep.trainer.method.Procedure;
import prunesweep.trainer.method.Setting;
import prunesweep.trainer.network.NetworkView;
import prunesweep.trainer.pruning.Counting;
import prunesweep.trainer.pruning.Granularity;
import prunesweep.trainer.pruning.Prune;
import prunesweep.trainer.pruning.Pruner;
import prunesweep.trainer.pruning.Selection;
import prunesweep.trainer.pruning.WithinLayer;
import prunesweep.trainer.score.ScoreSpec;
import prunesweep.trainer.spec.Beginning;
import prunesweep.trainer.spec.StopPoint;

/** So many prunes before anything is trained. */
record StubMethod(Selection selection, int strength) implements Method {

  private static final Key<Integer> STRENGTH =
      Key.of("stub", "strength", Kind.WHOLE_NUMBER)
          .ofMethod()
          .rule(Rule.between(1, 9))
          .older(1)
          .inEveryId()
          .column("stub_strength", "1 to 9", "Prunes")
          .label("strength=%s")
          .key();

  static final Section<StubMethod> SECTION =
      Selection.withNeeds(
              Section.of("stub", StubMethod::of)
                  .with(Selection.SCOPE, method -> method.selection.scope())
                  .with(Selection.SCORE, method -> method.selection.score()),
              Selection.SCORE,
              StubMethod::selection)
          .with(Selection.TARGET, method -> method.selection.target())
          .with(Selection.SCHEDULE, method -> method.selection.schedule())
          .with(STRENGTH, StubMethod::strength);

  private record Turn(boolean isPruned) implements Memory {}

  private static StubMethod of(Values values) {
    ScoreSpec score = values.get(Selection.SCORE);
    Selection selection =
        new Selection(
            score,
            Selection.counter(score, values),
            Selection.batches(score, values),
            Selection.SCOPE.make(values),
            Selection.SCHEDULE.make(values),
            Granularity.WEIGHTS,
            WithinLayer.SCORE,
            values.get(Selection.TARGET));
    return new StubMethod(selection, values.get(STRENGTH));
  }

  @Override
  public Section<StubMethod> section() {
    return SECTION;
  }

  @Override
  public StopPoint sharedUntil() {
    return new Beginning();
  }

  @Override
  public Optional<Double> target() {
    return Optional.of(selection.target());
  }

  @Override
  public Optional<Integer> plannedPrunes(int hiddenLayers) {
    return Optional.of(strength);
  }

  @Override
  public Procedure procedure(Setting setting) {
    Pruner pruner = setting.pruner(selection, strength);
    Counting counting = setting.batch(selection.counter()).afterEpoch(0);
    return new Procedure() {

      private Turn turn = new Turn(false);

      @Override
      public Optional<Prune> beforeTraining(NetworkView network) {
        if (turn.isPruned) {
          return Optional.empty();
        }
        turn = new Turn(true);
        return Optional.of(pruner.pruneUntil(1, strength, counting, network));
      }

      @Override
      public String trainedStage() {
        return "stubbed";
      }

      @Override
      public boolean hasReachedTarget() {
        return true;
      }

      @Override
      public Next next(int epoch, NetworkView network) {
        return new Next.Done();
      }

      @Override
      public Memory memory() {
        return turn;
      }

      @Override
      public void restore(Memory memory) {
        turn = (Turn) memory;
      }
    };
  }
}

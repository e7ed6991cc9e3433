package prunesweep.trainer.method;

import prunesweep.trainer.key.Choice;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.key.Values;
import prunesweep.trainer.pruning.Granularity;
import prunesweep.trainer.pruning.Selection;
import prunesweep.trainer.schedule.Exponential;
import prunesweep.trainer.schedule.Schedule;
import prunesweep.trainer.scope.Scope;
import prunesweep.trainer.score.ScoreSpec;

/**
 * The keys of a selection in the section of a method that leaves all of it open.
 *
 * @param scope names the weights that compete
 * @param score names what makes them important
 * @param schedule names how much each prune takes
 * @param granularity is whether weights or whole units go
 */
record SelectionWords(
    Choice<Scope> scope,
    Key<ScoreSpec> score,
    Choice<Schedule> schedule,
    Key<Granularity> granularity) {

  /**
   * Those of the method {@code name}, which takes weights by magnitude and an exponential schedule
   * where nothing else is written.
   *
   * @param scope the scope where none is written
   */
  static SelectionWords of(String name, Section<? extends Scope> scope) {
    return new SelectionWords(
        Selection.SCOPE.changed(key -> key.section(name).older(scope).inEveryId()),
        Selection.SCORE.copy().section(name).older(ScoreSpec.MAGNITUDE).inEveryId().key(),
        Selection.SCHEDULE.changed(key -> key.section(name).older(Exponential.SECTION)),
        Selection.GRANULARITY.copy().section(name).key());
  }

  /** {@code section} with these keys. */
  <M extends PruningMethod> Section<M> addedTo(Section<M> section) {
    return Selection.withNeeds(
            section
                .with(scope, method -> method.selection().scope())
                .with(score, method -> method.selection().score())
                .with(Selection.WITHIN_LAYER, method -> method.selection().withinLayer()),
            score,
            PruningMethod::selection)
        .with(Selection.TARGET, method -> method.selection().target())
        .with(schedule, method -> method.selection().schedule())
        .with(granularity, method -> method.selection().granularity());
  }

  /** The selection that {@code values} say. */
  Selection make(Values values) {
    ScoreSpec named = values.get(score);
    return new Selection(
        named,
        Selection.counter(named, values),
        Selection.batches(named, values),
        scope.make(values),
        schedule.make(values),
        values.get(granularity),
        values.get(Selection.WITHIN_LAYER),
        values.get(Selection.TARGET),
        values.get(Selection.PRUNE_OUTPUT));
  }
}

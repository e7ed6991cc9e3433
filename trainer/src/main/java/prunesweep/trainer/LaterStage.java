package prunesweep.trainer;

import java.util.Optional;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.checkpoint.Course;
import prunesweep.trainer.checkpoint.InterruptedTrial;
import prunesweep.trainer.checkpoint.Journal;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.machine.Stopwatch;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.spec.StageSpec;
import prunesweep.trainer.trial.EndOfFurtherTraining;
import prunesweep.trainer.trial.TrialResults;
import prunesweep.trainer.trial.TrialSpec;

/**
 * Stage that goes beyond the dense training: the course of one of the trials that go on from it,
 * with all rows that these have in common.
 *
 * @param spec the stage
 * @param end where it ends
 */
record LaterStage(StageSpec spec, EndOfFurtherTraining end) {

  /** Goes to the end from {@code from}: an earlier stage, or this one where it was interrupted. */
  Checkpoint run(Dataset dataset, Optional<Checkpoint> from, Journal journal) {
    Optional<InterruptedTrial> later = from.flatMap(this::begun);
    TrialResults rows = later.map(start -> state(start).rows()).orElseGet(TrialResults::new);
    try (OpenTraining training = open(dataset, from, later);
        TrialCourse course =
            new TrialCourse(
                new StageRecorder(end.trial(), dataset, rows),
                training,
                journal,
                state -> checkpoint(state).toBytes(),
                Stopwatch.started(),
                later)) {
      if (later.isEmpty()) {
        course.begin();
      }
      return checkpoint(course.runUntil(end.phase()));
    }
  }

  private OpenTraining open(
      Dataset dataset, Optional<Checkpoint> from, Optional<InterruptedTrial> later) {
    return later.isPresent()
        ? OpenTraining.from(spec.trunk(), dataset, later.map(InterruptedTrial::progress))
        : OpenTraining.at(spec.trunk(), dataset, from.filter(Checkpoint::isDense));
  }

  private Checkpoint checkpoint(InterruptedTrial at) {
    int before = state(at).rows().count(EpochResult.class);
    Course course = new Course(before, at.aside(), at.course());
    return new Checkpoint(spec, at.blasKernel(), at.progress(), Optional.of(course));
  }

  private Optional<InterruptedTrial> begun(Checkpoint from) {
    return from.stage().id().equals(spec.id())
        ? interrupted(from, end.trial())
        : takenOver(from, end.trial());
  }

  /**
   * The state of {@code trial} where {@code from} ended, as if it had come there itself; empty
   * where that is in the dense training, or of no use with the kernels of OpenBLAS here.
   */
  static Optional<InterruptedTrial> takenOver(Checkpoint from, TrialSpec trial) {
    return interrupted(from, trial)
        .map(
            start ->
                new InterruptedTrial(
                    trial,
                    start.blasKernel(),
                    start.progress(),
                    start.aside(),
                    start.pruned(),
                    state(start).takenOverBy(trial, from.epochs())));
  }

  private static Optional<InterruptedTrial> interrupted(Checkpoint from, TrialSpec trial) {
    return from.course()
        .filter(course -> OpenTraining.goesOnHere(from))
        .map(
            course ->
                new InterruptedTrial(
                    trial,
                    from.blasKernel(),
                    from.progress(),
                    course.aside(),
                    Optional.empty(),
                    course.state()));
  }

  private static CourseState state(InterruptedTrial at) {
    return (CourseState) at.course();
  }
}

package prunesweep.benchmarks.peer;

import java.util.Map;
import prunesweep.benchmarks.subject.Batches;
import prunesweep.benchmarks.subject.MaskPattern;
import prunesweep.benchmarks.subject.Subject;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.training.TrainingEngine;

/** Training steps of one of the project's engines, as a trial takes them. */
final class EngineWorkload implements Workload {

  private final Subject subject;
  private final Engine kind;
  private final TrainingEngine engine;
  private final Batches batches;

  EngineWorkload(Subject subject, Engine kind, MaskPattern held) {
    this.subject = subject;
    this.kind = kind;
    this.engine = subject.engine(kind, held);
    this.batches = subject.batches();
  }

  @Override
  public double[] run(int steps) {
    int[] order = batches.take(steps);
    return new double[] {Seconds.of(() -> engine.train(subject.images(), order))};
  }

  @Override
  public Map<String, String> facts() {
    return kind == Engine.DL4J ? OpenBlasFacts.inUse() : VectorFacts.inUse();
  }
}

package prunesweep.benchmarks.peer;

import java.util.Map;
import prunesweep.benchmarks.subject.Batches;
import prunesweep.benchmarks.subject.Holding;
import prunesweep.benchmarks.subject.MaskPattern;
import prunesweep.benchmarks.subject.Subject;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.training.TrainingEngine;

/** Training steps of one of the project's engines, as a trial takes them. */
final class EngineWorkload implements Workload {

  private final Subject subject;
  private final Engine kind;
  private final TrainingEngine engine;
  private final Batches batches;

  EngineWorkload(Subject subject, Engine kind, MaskPattern held) {
    this(subject, Subject.training(kind), Holding.of(held));
  }

  EngineWorkload(Subject subject, TrainingSpec training, Holding holding) {
    this.subject = subject;
    this.kind = training.engine();
    this.engine = subject.engine(training, holding);
    this.batches = subject.batches(training.batchSize());
  }

  /** This engine's training of the paper after {@code holding}. */
  static EngineWorkload sparse(Subject subject, Holding holding) {
    return new EngineWorkload(subject, Subject.training(Engine.VECTOR), holding);
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

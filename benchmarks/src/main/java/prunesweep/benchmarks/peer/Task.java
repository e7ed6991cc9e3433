package prunesweep.benchmarks.peer;

import java.util.List;
import java.util.function.Function;
import prunesweep.benchmarks.subject.Holding;
import prunesweep.benchmarks.subject.MaskPattern;
import prunesweep.benchmarks.subject.StepProduct;
import prunesweep.benchmarks.subject.Subject;
import prunesweep.trainer.spec.Engine;

/** Tasks of Java contestants. */
public enum Task {
  /** This engine, dense. */
  VECTOR_DENSE(subject -> new EngineWorkload(subject, Engine.VECTOR, MaskPattern.NOTHING)),
  /** This engine with 80 % of single weights held at zero. */
  VECTOR_WEIGHTS(subject -> new EngineWorkload(subject, Engine.VECTOR, MaskPattern.WEIGHTS)),
  /** This engine with 80 % of the units held at zero. */
  VECTOR_UNITS(subject -> new EngineWorkload(subject, Engine.VECTOR, MaskPattern.UNITS)),
  /** This engine with a random 95 % of single weights held at zero. */
  VECTOR_WEIGHTS_95(subject -> EngineWorkload.sparse(subject, Holding.uniform(0.95))),
  /** This engine with a random 98.94 % of single weights held at zero. */
  VECTOR_WEIGHTS_99(subject -> EngineWorkload.sparse(subject, Holding.uniform(0.9894))),
  /** This engine with the 80 % of the weights held that neurons-weights puts lowest. */
  VECTOR_NEURONS_WEIGHTS_80(subject -> EngineWorkload.sparse(subject, Holding.neuronsWeights(0.8))),
  /** This engine with 95 % held so. */
  VECTOR_NEURONS_WEIGHTS_95(
      subject -> EngineWorkload.sparse(subject, Holding.neuronsWeights(0.95))),
  /** This engine with 98.94 % held so. */
  VECTOR_NEURONS_WEIGHTS_99(
      subject -> EngineWorkload.sparse(subject, Holding.neuronsWeights(0.9894))),
  /** This engine, dense, with momentum and weight decay. */
  VECTOR_MOMENTUM(
      subject ->
          new EngineWorkload(subject, Subject.withMomentum(), Holding.of(MaskPattern.NOTHING))),
  /** This engine, dense, in batches of 100 images. */
  VECTOR_BATCH_100(
      subject ->
          new EngineWorkload(subject, Subject.inBatchesOf(100), Holding.of(MaskPattern.NOTHING))),
  /** Two trainings of this engine, dense, at once in one process, as two slots run them. */
  VECTOR_TWO_AT_ONCE(
      subject ->
          new ConcurrentWorkload(
              List.of(
                  new EngineWorkload(subject, Engine.VECTOR, MaskPattern.NOTHING),
                  new EngineWorkload(subject, Engine.VECTOR, MaskPattern.NOTHING)))),
  /** This engine, LeNet-5, dense. */
  VECTOR_LENET(subject -> new EngineWorkload(subject.lenet(), Engine.VECTOR, MaskPattern.NOTHING)),
  /** This engine, LeNet-5 with 80 % of the channels and units held at zero. */
  VECTOR_LENET_UNITS(
      subject -> new EngineWorkload(subject.lenet(), Engine.VECTOR, MaskPattern.UNITS)),
  /** The products of a step by this engine. */
  VECTOR_PRODUCTS(VectorProducts::ofStep),
  /** One large product by this engine. */
  VECTOR_LARGE(subject -> VectorProducts.ofLarge()),
  /** Deeplearning4j's {@code fit}. */
  DL4J_FIT(FitWorkload::new),
  /** The project's reference engine: Deeplearning4j's parts in the protocol's loop. */
  DL4J_ENGINE(subject -> new EngineWorkload(subject, Engine.DL4J, MaskPattern.NOTHING)),
  /** The project's reference engine, LeNet-5, dense. */
  DL4J_LENET(subject -> new EngineWorkload(subject.lenet(), Engine.DL4J, MaskPattern.NOTHING)),
  /** The products of a step by OpenBLAS. */
  OPENBLAS_PRODUCTS(subject -> OpenBlasProducts.of(StepProduct.of(subject.layers()))),
  /** One large product by OpenBLAS. */
  OPENBLAS_LARGE(subject -> OpenBlasProducts.of(StepProduct.large()));

  private final Function<Subject, Workload> preparation;

  Task(Function<Subject, Workload> preparation) {
    this.preparation = preparation;
  }

  Workload prepare(Subject subject) {
    return preparation.apply(subject);
  }
}

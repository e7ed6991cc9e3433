package prunesweep.benchmarks.peer;

import java.util.List;
import java.util.function.Function;
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
  /** Two trainings of this engine, dense, at once in one process, as two slots run them. */
  VECTOR_TWO_AT_ONCE(
      subject ->
          new ConcurrentWorkload(
              List.of(
                  new EngineWorkload(subject, Engine.VECTOR, MaskPattern.NOTHING),
                  new EngineWorkload(subject, Engine.VECTOR, MaskPattern.NOTHING)))),
  /** The products of a step by this engine. */
  VECTOR_PRODUCTS(VectorProducts::ofStep),
  /** One large product by this engine. */
  VECTOR_LARGE(subject -> VectorProducts.ofLarge()),
  /** Deeplearning4j's {@code fit}. */
  DL4J_FIT(FitWorkload::new),
  /** The project's reference engine: Deeplearning4j's parts in the protocol's loop. */
  DL4J_ENGINE(subject -> new EngineWorkload(subject, Engine.DL4J, MaskPattern.NOTHING)),
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

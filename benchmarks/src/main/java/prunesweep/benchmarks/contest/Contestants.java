package prunesweep.benchmarks.contest;

import java.util.ArrayList;
import java.util.List;
import prunesweep.benchmarks.peer.Task;
import prunesweep.benchmarks.subject.MaskPattern;
import prunesweep.benchmarks.subject.StepProduct;
import prunesweep.benchmarks.subject.Subject;

/** The contestants of a run. */
final class Contestants {

  static final String DENSE = "vector-dense";
  static final String WEIGHTS = "vector-weights";
  static final String UNITS = "vector-units";
  static final String TWO_AT_ONCE = "vector-two-at-once";
  static final String DL4J_FIT = "dl4j-fit";
  static final String PYTORCH_DENSE = "pytorch-dense";
  static final String LENET = "vector-lenet";
  static final String LENET_UNITS = "vector-lenet-units";
  static final String DL4J_LENET = "dl4j-lenet";
  static final String PYTORCH_LENET = "pytorch-lenet";
  static final String VECTOR_PRODUCTS = "vector-products";
  static final String OPENBLAS_PRODUCTS = "openblas-products";

  private static final List<CoreType> ONLY_AUTOMATIC = List.of(CoreType.AUTOMATIC);
  private static final int LARGE_DIVISOR = 20;

  private Contestants() {}

  /** The contestants of a run with {@code options}; all of them train on the first data set. */
  static List<Family> of(ContestOptions options) {
    DataChoice first = options.data().get(0);
    List<Family> families = new ArrayList<>();
    families.add(new Family(ONLY_AUTOMATIC, engine(options.data())));
    families.add(
        new Family(
            ONLY_AUTOMATIC,
            products(
                VECTOR_PRODUCTS, "this engine", Task.VECTOR_PRODUCTS, Task.VECTOR_LARGE, first)));
    families.add(new Family(CoreType.candidates(), deeplearning4j(first)));
    options
        .python()
        .ifPresent(
            python -> {
              Subject subject = first.subject();
              families.add(new Family(CoreType.candidates(), pyTorch(python, subject)));
              families.add(new Family(CoreType.candidates(), lenet(python, subject.lenet())));
            });
    families.add(
        new Family(
            CoreType.candidates(),
            products(
                OPENBLAS_PRODUCTS,
                "OpenBLAS",
                Task.OPENBLAS_PRODUCTS,
                Task.OPENBLAS_LARGE,
                first)));
    return families;
  }

  private static List<Contestant> engine(List<DataChoice> data) {
    List<Contestant> contestants = new ArrayList<>();
    for (DataChoice choice : data) {
      String id = suffix("-", choice, data);
      String label = suffix(", ", choice, data);
      contestants.add(trainer(DENSE + id, "this engine, dense" + label, Task.VECTOR_DENSE, choice));
      contestants.add(
          trainer(
              WEIGHTS + id,
              "this engine, 80 % of the weights held at zero" + label,
              Task.VECTOR_WEIGHTS,
              choice));
      contestants.add(
          trainer(
              UNITS + id,
              "this engine, 80 % of the units pruned" + label,
              Task.VECTOR_UNITS,
              choice));
    }
    for (Variant variant : Variant.values()) {
      contestants.add(
          trainer(variant.id(), "this engine, " + variant.label(), variant.task(), data.get(0)));
    }
    contestants.add(
        trainer(
            TWO_AT_ONCE, "this engine, dense, two at once", Task.VECTOR_TWO_AT_ONCE, data.get(0)));
    contestants.add(trainer(LENET, "this engine, LeNet-5, dense", Task.VECTOR_LENET, data.get(0)));
    contestants.add(
        trainer(
            LENET_UNITS,
            "this engine, LeNet-5, 80 % of the channels and units pruned",
            Task.VECTOR_LENET_UNITS,
            data.get(0)));
    return contestants;
  }

  private static List<Contestant> deeplearning4j(DataChoice data) {
    return List.of(
        trainer(DL4J_FIT, "MultiLayerNetwork.fit, dense", Task.DL4J_FIT, data),
        trainer("dl4j-engine", "engine dl4j, dense", Task.DL4J_ENGINE, data),
        trainer(DL4J_LENET, "engine dl4j, LeNet-5, dense", Task.DL4J_LENET, data));
  }

  private static List<Contestant> pyTorch(String python, Subject subject) {
    String dense = "PyTorch, dense";
    String masked = "PyTorch, 80 % of the weights held at zero";
    return List.of(
        Contestant.trainer(PYTORCH_DENSE, dense, new TorchStarter(dense, python, 0, subject)),
        Contestant.trainer(
            "pytorch-weights",
            masked,
            new TorchStarter(masked, python, MaskPattern.SHARE, subject)));
  }

  /** By itself, for its best kernel may be another. */
  private static List<Contestant> lenet(String python, Subject subject) {
    String label = "PyTorch, LeNet-5, dense";
    return List.of(
        Contestant.trainer(PYTORCH_LENET, label, new TorchStarter(label, python, 0, subject)));
  }

  /** The contestants of one multiplier: the products of a step, and one large product. */
  private static List<Contestant> products(
      String id, String name, Task stepTask, Task largeTask, DataChoice data) {
    String step = name + ", the products of a step";
    String large = name + ", one large product";
    return List.of(
        new Contestant(
            id,
            step,
            new JavaStarter(step, stepTask, data),
            StepProduct.of(data.subject().layers()),
            1),
        new Contestant(
            id + "-large",
            large,
            new JavaStarter(large, largeTask, data),
            StepProduct.large(),
            LARGE_DIVISOR));
  }

  private static Contestant trainer(String id, String label, Task task, DataChoice data) {
    return Contestant.trainer(id, label, new JavaStarter(label, task, data));
  }

  /** The end of a name, after {@code separator}, unless {@code choice} is the first data set. */
  static String suffix(String separator, DataChoice choice, List<DataChoice> data) {
    return choice.equals(data.get(0)) ? "" : separator + choice.name();
  }
}

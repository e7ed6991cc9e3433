package prunesweep.benchmarks.contest;

import java.util.Locale;
import prunesweep.benchmarks.peer.Task;

/** This engine's trainings of the first data set that are compared with its dense one alone. */
enum Variant {
  /** A random share of each layer. */
  WEIGHTS_95(Task.VECTOR_WEIGHTS_95, "95 % of the weights held at zero"),
  /** A random share of each layer. */
  WEIGHTS_99(Task.VECTOR_WEIGHTS_99, "98.94 % of the weights held at zero"),
  /** What the score leaves. */
  NEURONS_WEIGHTS_80(Task.VECTOR_NEURONS_WEIGHTS_80, "80 % pruned by neurons-weights"),
  /** What the score leaves. */
  NEURONS_WEIGHTS_95(Task.VECTOR_NEURONS_WEIGHTS_95, "95 % pruned by neurons-weights"),
  /** What the score leaves. */
  NEURONS_WEIGHTS_99(Task.VECTOR_NEURONS_WEIGHTS_99, "98.94 % pruned by neurons-weights"),
  /** More work a step. */
  MOMENTUM(Task.VECTOR_MOMENTUM, "momentum and weight decay, dense"),
  /** Larger steps, of a size that is no multiple of a vector. */
  BATCH_100(Task.VECTOR_BATCH_100, "dense, batches of 100");

  private final Task task;
  private final String label;

  Variant(Task task, String label) {
    this.task = task;
    this.label = label;
  }

  Task task() {
    return task;
  }

  String label() {
    return label;
  }

  /** Its name in ratios, e.g. {@code neurons-weights-95}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Its name as a contestant. */
  String id() {
    return "vector-" + word();
  }
}

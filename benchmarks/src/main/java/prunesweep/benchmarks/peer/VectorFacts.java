package prunesweep.benchmarks.peer;

import java.util.Map;
import jdk.incubator.vector.VectorShape;

/** Properties of Java's Vector API in this process. */
final class VectorFacts {

  private VectorFacts() {}

  static Map<String, String> inUse() {
    return Map.of("vector-bits", Integer.toString(VectorShape.preferredShape().vectorBitSize()));
  }
}

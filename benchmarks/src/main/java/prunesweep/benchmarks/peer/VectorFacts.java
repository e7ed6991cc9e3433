package prunesweep.benchmarks.peer;

import java.util.Map;
import jdk.incubator.vector.VectorShape;

/** What Java's Vector API has in this process. */
final class VectorFacts {

  private VectorFacts() {}

  static Map<String, String> inUse() {
    return Map.of("vector-bits", Integer.toString(VectorShape.preferredShape().vectorBitSize()));
  }
}

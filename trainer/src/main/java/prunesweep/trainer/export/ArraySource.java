package prunesweep.trainer.export;

import java.util.List;
import java.util.Optional;

/** Named arrays as an {@link ArraySink} has taken them. */
public interface ArraySource {

  /** Single-precision numbers, if there are any of this name. */
  Optional<float[]> floats(String name);

  /** Double-precision numbers, if there are any of this name. */
  Optional<double[]> doubles(String name);

  /** Whole numbers, if there are any of this name. */
  Optional<List<Integer>> integers(String name);

  /** Texts, if there are any of this name. */
  Optional<List<String>> texts(String name);
}

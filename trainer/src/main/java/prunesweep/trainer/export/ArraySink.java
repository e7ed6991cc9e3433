package prunesweep.trainer.export;

import java.util.List;

/** Something that named arrays go into; the last index of a shape varies fastest. */
public interface ArraySink {

  /** Takes single-precision numbers. */
  void floats(String name, float[] values, int... shape);

  /** Takes double-precision numbers. */
  void doubles(String name, double[] values);

  /** Takes whole numbers. */
  void integers(String name, List<Integer> values);

  /** Takes texts. */
  void texts(String name, List<String> values);
}

package prunesweep.trainer.data;

import java.io.Serializable;

/** Numbers that a network sees of images or rows: one a feature, one row after the other. */
public sealed interface Features extends Serializable permits ByteFeatures, RealFeatures {

  /** Features a row: the width of the network's input. */
  int inputs();

  /** Writes row {@code row} as the network sees it to {@code target} from {@code at} on. */
  void copy(int row, float[] target, int at);
}

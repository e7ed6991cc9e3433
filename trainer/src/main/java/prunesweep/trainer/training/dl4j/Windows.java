package prunesweep.trainer.training.dl4j;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import prunesweep.trainer.network.FeatureMaps;
import prunesweep.trainer.network.Layer;

/** Lays out the values under a convolution's kernel, one image after the other. */
final class Windows {

  private final Layer.Convolution layer;
  private final FeatureMaps below;
  private final int side;
  private final int padding;
  private final int paddedWidth;
  private final int paddedPlaces;
  private final float[] padded;
  private final float[] rows;

  Windows(Layer.Convolution layer) {
    this.layer = layer;
    below = layer.below();
    side = layer.spec().kernel();
    padding = layer.spec().padding();
    paddedWidth = below.width() + 2 * padding;
    paddedPlaces = (below.height() + 2 * padding) * paddedWidth;
    padded = new float[below.channels() * paddedPlaces];
    rows = new float[layer.places() * layer.inputs()];
  }

  /**
   * A row for each image and place, in the order of the kernel's rows.
   *
   * @param maps image, channel, row, column
   */
  INDArray of(INDArray maps) {
    int images = Math.toIntExact(maps.size(0));
    float[] values = maps.dup('c').data().asFloat();
    INDArray all = Nd4j.createUninitialized((long) images * layer.places(), layer.inputs());
    FloatPointer target = new FloatPointer(all.data().pointer());
    for (int image = 0; image < images; image++) {
      pad(values, image * below.values());
      fill();
      target.position((long) image * rows.length).put(rows, 0, rows.length);
    }
    return all;
  }

  private void pad(float[] values, int from) {
    int width = below.width();
    for (int line = 0; line < below.channels() * below.height(); line++) {
      int row = line % below.height() + padding;
      int to = line / below.height() * paddedPlaces + row * paddedWidth + padding;
      System.arraycopy(values, from + line * width, padded, to, width);
    }
  }

  private void fill() {
    FeatureMaps made = layer.maps();
    int to = 0;
    for (int row = 0; row < made.height(); row++) {
      for (int column = 0; column < made.width(); column++) {
        to = copyWindow(row * paddedWidth + column, to);
      }
    }
  }

  /** Lines are too short for a call of System.arraycopy. */
  private int copyWindow(int from, int to) {
    int at = to;
    for (int channel = 0; channel < below.channels(); channel++) {
      for (int line = 0; line < side; line++) {
        int start = from + channel * paddedPlaces + line * paddedWidth;
        for (int column = 0; column < side; column++) {
          rows[at++] = padded[start + column];
        }
      }
    }
    return at;
  }
}

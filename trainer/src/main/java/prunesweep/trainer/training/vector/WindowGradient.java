package prunesweep.trainer.training.vector;

import static prunesweep.trainer.training.vector.Block.LANES;
import static prunesweep.trainer.training.vector.Block.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The gradient of a convolution's weights: of each weight a sum, over places and images, of a value
 * under the window times the gradient of a channel.
 *
 * <p>Each sum is made of as many partial sums as a {@link Block} has images, by fused multiply-adds
 * block after block and place after place, and folded in one order: the same bits at every width.
 */
final class WindowGradient {

  private static final int GROUP = ConvolutionShape.GROUP;

  private final MapValues source;
  private final MapValues gradients;
  private final float[] target;

  /** Places of a map. */
  private final int blockPlaces;

  /** Where the window of each place begins in a map of the source, block after block. */
  private final int[] windows;

  /** Where each place lies in a map of the gradients, block after block. */
  private final int[] places;

  /** Where the value of each row of the kernel lies from the beginning of the window on. */
  private final int[] rows;

  private final int columns;
  private final float[] lanes = new float[GROUP * GROUP * Block.IMAGES];

  /** A gradient that is added to {@code target}, which lies as {@link ChannelPlaces} says. */
  WindowGradient(ConvolutionShape shape, MapValues source, MapValues gradients, float[] target) {
    this.source = source;
    this.gradients = gradients;
    this.target = target;
    columns = shape.columns();
    int side = shape.layer().spec().kernel();
    int width = shape.layer().below().width() + 2 * shape.layer().spec().padding();
    blockPlaces = shape.layer().places();
    windows = new int[shape.blocks() * blockPlaces];
    places = new int[windows.length];
    for (int index = 0; index < windows.length; index++) {
      int block = index / blockPlaces;
      int place = index % blockPlaces;
      int across = shape.layer().maps().width();
      int inMap = (place / across * width + place % across) * Block.IMAGES;
      windows[index] = block * source.blockStride() + inMap;
      places[index] = block * gradients.blockStride() + gradients.places()[place];
    }
    rows = new int[shape.rows()];
    for (int row = 0; row < rows.length; row++) {
      int tap = row % shape.area();
      int inMap = (tap / side * width + tap % side) * Block.IMAGES;
      rows[row] = row / shape.area() * source.mapStride() + inMap;
    }
  }

  /** The value that row {@code row} of the kernel takes at a place of an image. */
  float value(int image, int place, int row) {
    int at = source.at(image / Block.IMAGES, 0) + image % Block.IMAGES;
    return source.values()[at + windows[place] + rows[row]];
  }

  /** Adds the sums over the first {@code blocks} blocks, times {@code factor}, or writes them. */
  void add(int blocks, MaskedFactor factor) {
    for (int column = 0; column < columns; column += GROUP) {
      for (int row = 0; row < rows.length; row += GROUP) {
        addTile(blocks, row, column, factor);
      }
    }
  }

  private void addTile(int blocks, int row, int column, MaskedFactor factor) {
    int width = Math.min(GROUP, columns - column);
    for (int lane = 0; lane < Block.IMAGES; lane += LANES) {
      if (width <= 2) {
        two(blocks, row, column, lane);
      } else if (Lanes.FEW_REGISTERS) {
        two(blocks, row, column, lane);
        two(blocks, row, column + 2, lane);
      } else {
        four(blocks, row, column, lane);
      }
    }
    for (int index = 0; index < Math.min(GROUP, rows.length - row) * GROUP; index++) {
      if (index % GROUP < width) {
        int at = (column / GROUP * rows.length + row) * GROUP + index;
        float sum = Block.fold(lanes, index * Block.IMAGES);
        target[at] = factor.adds() ? Math.fma(sum, factor.of(at), target[at]) : sum;
      }
    }
  }

  /** The offset of row {@code row}; behind the last row that of the last. */
  private int offset(int row) {
    return rows[Math.min(row, rows.length - 1)];
  }

  private void four(int blocks, int row, int column, int lane) {
    four(
        source.values(),
        windows,
        offset(row) + lane,
        offset(row + 1) + lane,
        offset(row + 2) + lane,
        offset(row + 3) + lane,
        gradients.values(),
        places,
        gradients.at(0, column) + lane,
        gradients.mapStride(),
        blocks * blockPlaces,
        lanes,
        lane);
  }

  private void two(int blocks, int row, int column, int lane) {
    two(
        source.values(),
        windows,
        offset(row) + lane,
        offset(row + 1) + lane,
        offset(row + 2) + lane,
        offset(row + 3) + lane,
        gradients.values(),
        places,
        gradients.at(0, column) + lane,
        gradients.mapStride(),
        blocks * blockPlaces,
        lanes,
        column % GROUP * Block.IMAGES + lane);
  }

  /** Four rows and four channels: the 16 sums stay in registers. */
  private static void four(
      float[] values,
      int[] windows,
      int row0,
      int row1,
      int row2,
      int row3,
      float[] gradients,
      int[] places,
      int start,
      int mapStride,
      int count,
      float[] out,
      int outAt) {
    FloatVector s00 = FloatVector.zero(SPECIES);
    FloatVector s01 = FloatVector.zero(SPECIES);
    FloatVector s02 = FloatVector.zero(SPECIES);
    FloatVector s03 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector s11 = FloatVector.zero(SPECIES);
    FloatVector s12 = FloatVector.zero(SPECIES);
    FloatVector s13 = FloatVector.zero(SPECIES);
    FloatVector s20 = FloatVector.zero(SPECIES);
    FloatVector s21 = FloatVector.zero(SPECIES);
    FloatVector s22 = FloatVector.zero(SPECIES);
    FloatVector s23 = FloatVector.zero(SPECIES);
    FloatVector s30 = FloatVector.zero(SPECIES);
    FloatVector s31 = FloatVector.zero(SPECIES);
    FloatVector s32 = FloatVector.zero(SPECIES);
    FloatVector s33 = FloatVector.zero(SPECIES);
    for (int place = 0; place < count; place++) {
      int at = start + places[place];
      FloatVector g0 = FloatVector.fromArray(SPECIES, gradients, at);
      FloatVector g1 = FloatVector.fromArray(SPECIES, gradients, at + mapStride);
      FloatVector g2 = FloatVector.fromArray(SPECIES, gradients, at + 2 * mapStride);
      FloatVector g3 = FloatVector.fromArray(SPECIES, gradients, at + 3 * mapStride);
      int window = windows[place];
      FloatVector v0 = FloatVector.fromArray(SPECIES, values, window + row0);
      s00 = v0.fma(g0, s00);
      s01 = v0.fma(g1, s01);
      s02 = v0.fma(g2, s02);
      s03 = v0.fma(g3, s03);
      FloatVector v1 = FloatVector.fromArray(SPECIES, values, window + row1);
      s10 = v1.fma(g0, s10);
      s11 = v1.fma(g1, s11);
      s12 = v1.fma(g2, s12);
      s13 = v1.fma(g3, s13);
      FloatVector v2 = FloatVector.fromArray(SPECIES, values, window + row2);
      s20 = v2.fma(g0, s20);
      s21 = v2.fma(g1, s21);
      s22 = v2.fma(g2, s22);
      s23 = v2.fma(g3, s23);
      FloatVector v3 = FloatVector.fromArray(SPECIES, values, window + row3);
      s30 = v3.fma(g0, s30);
      s31 = v3.fma(g1, s31);
      s32 = v3.fma(g2, s32);
      s33 = v3.fma(g3, s33);
    }
    s00.intoArray(out, outAt);
    s01.intoArray(out, outAt + 1 * Block.IMAGES);
    s02.intoArray(out, outAt + 2 * Block.IMAGES);
    s03.intoArray(out, outAt + 3 * Block.IMAGES);
    s10.intoArray(out, outAt + 4 * Block.IMAGES);
    s11.intoArray(out, outAt + 5 * Block.IMAGES);
    s12.intoArray(out, outAt + 6 * Block.IMAGES);
    s13.intoArray(out, outAt + 7 * Block.IMAGES);
    s20.intoArray(out, outAt + 8 * Block.IMAGES);
    s21.intoArray(out, outAt + 9 * Block.IMAGES);
    s22.intoArray(out, outAt + 10 * Block.IMAGES);
    s23.intoArray(out, outAt + 11 * Block.IMAGES);
    s30.intoArray(out, outAt + 12 * Block.IMAGES);
    s31.intoArray(out, outAt + 13 * Block.IMAGES);
    s32.intoArray(out, outAt + 14 * Block.IMAGES);
    s33.intoArray(out, outAt + 15 * Block.IMAGES);
  }

  /** Four rows and two channels: 8 sums. */
  private static void two(
      float[] values,
      int[] windows,
      int row0,
      int row1,
      int row2,
      int row3,
      float[] gradients,
      int[] places,
      int start,
      int mapStride,
      int count,
      float[] out,
      int outAt) {
    FloatVector s00 = FloatVector.zero(SPECIES);
    FloatVector s01 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector s11 = FloatVector.zero(SPECIES);
    FloatVector s20 = FloatVector.zero(SPECIES);
    FloatVector s21 = FloatVector.zero(SPECIES);
    FloatVector s30 = FloatVector.zero(SPECIES);
    FloatVector s31 = FloatVector.zero(SPECIES);
    for (int place = 0; place < count; place++) {
      int at = start + places[place];
      FloatVector g0 = FloatVector.fromArray(SPECIES, gradients, at);
      FloatVector g1 = FloatVector.fromArray(SPECIES, gradients, at + mapStride);
      int window = windows[place];
      FloatVector v0 = FloatVector.fromArray(SPECIES, values, window + row0);
      s00 = v0.fma(g0, s00);
      s01 = v0.fma(g1, s01);
      FloatVector v1 = FloatVector.fromArray(SPECIES, values, window + row1);
      s10 = v1.fma(g0, s10);
      s11 = v1.fma(g1, s11);
      FloatVector v2 = FloatVector.fromArray(SPECIES, values, window + row2);
      s20 = v2.fma(g0, s20);
      s21 = v2.fma(g1, s21);
      FloatVector v3 = FloatVector.fromArray(SPECIES, values, window + row3);
      s30 = v3.fma(g0, s30);
      s31 = v3.fma(g1, s31);
    }
    s00.intoArray(out, outAt);
    s01.intoArray(out, outAt + 1 * Block.IMAGES);
    s10.intoArray(out, outAt + 4 * Block.IMAGES);
    s11.intoArray(out, outAt + 5 * Block.IMAGES);
    s20.intoArray(out, outAt + 8 * Block.IMAGES);
    s21.intoArray(out, outAt + 9 * Block.IMAGES);
    s30.intoArray(out, outAt + 12 * Block.IMAGES);
    s31.intoArray(out, outAt + 13 * Block.IMAGES);
  }
}

package prunesweep.trainer.training.vector;

import prunesweep.trainer.network.FeatureMaps;

/**
 * The values of some maps for a batch: of each place of a map, those of a {@link Block} of images
 * side by side.
 *
 * @param values of all blocks
 * @param blockStride from block to block
 * @param mapStride from map to map of a block
 * @param places where each place of a map lies in it, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // A view of arrays that training changes.
record MapValues(float[] values, int blockStride, int mapStride, int[] places) {

  /**
   * Zeros for maps of one size.
   *
   * @param blocks how many blocks of images
   * @param border zeros around each map, which are no places
   */
  static MapValues bordered(int blocks, FeatureMaps maps, int border) {
    int width = maps.width() + 2 * border;
    int mapStride = (maps.height() + 2 * border) * width * Block.IMAGES;
    int[] places = new int[maps.places()];
    for (int place = 0; place < places.length; place++) {
      int row = place / maps.width() + border;
      places[place] = (row * width + place % maps.width() + border) * Block.IMAGES;
    }
    int blockStride = Math.multiplyExact(maps.channels(), mapStride);
    return new MapValues(
        new float[Math.multiplyExact(blocks, blockStride)], blockStride, mapStride, places);
  }

  /** A view of units one after the other, {@code places} of them a map. */
  static MapValues ofUnits(float[] byUnit, int batchStride, int places) {
    int[] offsets = new int[places];
    for (int place = 0; place < places; place++) {
      offsets[place] = place * batchStride;
    }
    return new MapValues(byUnit, Block.IMAGES, places * batchStride, offsets);
  }

  /** Index of the first value of a map in a block. */
  int at(int block, int map) {
    return block * blockStride + map * mapStride;
  }

  /** The value of one image at a place of a map. */
  float of(int image, int map, int place) {
    return values[at(image / Block.IMAGES, map) + places[place] + image % Block.IMAGES];
  }
}

package prunesweep.trainer.training.vector;

/**
 * The copies between a layer's live part and the whole layer.
 *
 * @param units its live units
 * @param weights where its live weights lie
 */
record LivePlaces(LiveUnits units, WeightPlaces weights) {

  /** Copies numbers of the live weights, one each, from the whole matrix. */
  void loadMatrix(float[] whole, float[] live) {
    weights.eachRun(
        (wholeAt, liveAt, length) -> System.arraycopy(whole, wholeAt, live, liveAt, length));
  }

  /** Copies numbers of the live weights, one each, back to the whole matrix. */
  void storeMatrix(float[] live, float[] whole) {
    weights.eachRun(
        (wholeAt, liveAt, length) -> System.arraycopy(live, liveAt, whole, wholeAt, length));
  }

  /** Copies numbers of the present units, one each, from those of all units. */
  void loadUnits(float[] whole, float[] live) {
    for (int place = 0; place < units.present().length; place++) {
      live[place] = whole[units.present()[place]];
    }
  }

  /** Copies numbers of the present units, one each, back to those of all units. */
  void storeUnits(float[] live, float[] whole) {
    for (int place = 0; place < units.present().length; place++) {
      whole[units.present()[place]] = live[place];
    }
  }

  /** The part of a mask of the whole layer that belongs to the live weights. */
  PackedMask pack(boolean[] kept) {
    PackedMask packed = PackedMask.none(weights.size());
    weights.eachRun(
        (wholeAt, liveAt, length) -> {
          for (int index = 0; index < length; index++) {
            if (kept[wholeAt + index]) {
              packed.keep(liveAt + index);
            }
          }
        });
    return packed;
  }
}

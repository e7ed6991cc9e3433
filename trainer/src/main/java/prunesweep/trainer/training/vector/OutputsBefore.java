package prunesweep.trainer.training.vector;

/** The outputs of the layer before, for a layer of few weights. */
final class OutputsBefore implements SparseInputs {

  private final UnitOutputs before;
  private final TermOffsets all;

  /** The outputs of {@code before} for {@code layer}. */
  OutputsBefore(UnitOutputs before, LiveLayer layer) {
    this.before = before;
    all = TermOffsets.spaced(layer.batchStride, before.stride, layer.columnStride);
  }

  @Override
  public float[] byUnit() {
    return before.outputsByUnit;
  }

  @Override
  public int unitStride() {
    return before.batchStride;
  }

  /** The layer before has made them. */
  @Override
  public void prepare(int images) {}

  @Override
  public float[] byImage() {
    return before.outputs;
  }

  @Override
  public void prepareGradient(int images) {
    all.limit(images);
  }

  @Override
  public TermOffsets images(int block) {
    return all;
  }
}

package prunesweep.trainer.training.vector;

import java.util.Arrays;
import java.util.stream.Stream;

/** The features of a batch, for a first layer of few weights. */
final class BatchInputs implements SparseInputs {

  /** Features of one list of images: whole runs of the batch and whole vectors. */
  private static final int LISTED = Math.max(InputBatch.RUN, Lanes.LANES);

  private final InputBatch batch;
  private final int gradientStride;
  private final float[] byFeature;
  private final int featureStride;
  private final TermOffsets[] lists;

  BatchInputs(InputBatch batch, InputBatch.Shape shape) {
    this.batch = batch;
    gradientStride = shape.gradientStride();
    featureStride = Lanes.spread(shape.capacity());
    byFeature = new float[Math.multiplyExact(shape.stride(), featureStride)];
    lists =
        Stream.generate(() -> new TermOffsets(shape.batchSize()))
            .limit(shape.stride() / LISTED)
            .toArray(TermOffsets[]::new);
  }

  @Override
  public float[] byUnit() {
    return byFeature;
  }

  @Override
  public int unitStride() {
    return featureStride;
  }

  @Override
  public void prepare(int images) {
    Arrays.fill(byFeature, 0);
    for (int group = 0; group < Lanes.wholeTiles(images) / InputBatch.GROUP; group++) {
      spread(group);
    }
  }

  private void spread(int group) {
    TermOffsets terms = batch.groupTerms(group);
    int from = batch.groupStart(group);
    for (int term = 0; term < terms.count(); term++) {
      int feature = terms.right()[term] / Lanes.TILE;
      int to = feature * featureStride + group * InputBatch.GROUP;
      System.arraycopy(batch.groups, from + terms.left()[term], byFeature, to, InputBatch.GROUP);
    }
  }

  @Override
  public float[] byImage() {
    return batch.rows;
  }

  @Override
  public void prepareGradient(int images) {
    batch.writeRows(images);
    int runs = LISTED / InputBatch.RUN;
    for (int list = 0; list < lists.length; list++) {
      TermOffsets terms = lists[list];
      terms.clear();
      for (int row = 0; row < images; row++) {
        terms.offer(
            row * batch.stride,
            row * gradientStride,
            batch.runs(row, list * runs, (list + 1) * runs));
      }
    }
  }

  @Override
  public TermOffsets images(int block) {
    return lists[block * Lanes.LANES / LISTED];
  }
}

package prunesweep.trainer.training.vector;

import prunesweep.trainer.data.LabelledImages;

/**
 * The images of a batch, where they come from.
 *
 * @param images some of which are meant
 * @param order names them
 * @param start of the batch in {@code order}
 * @param count images of the batch
 */
@SuppressWarnings("ArrayRecordComponent") // A view, made for each batch.
record ImageRun(LabelledImages images, int[] order, int start, int count) {

  /** Writes an image of the batch as the network sees it to {@code target} from {@code at} on. */
  void copy(int row, float[] target, int at) {
    images.copy(order[start + row], target, at);
  }

  /** The class of an image of the batch. */
  int label(int row) {
    return images.label(order[start + row]);
  }
}

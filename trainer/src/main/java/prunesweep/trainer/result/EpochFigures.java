package prunesweep.trainer.result;

import java.io.Serializable;

/**
 * The figures of a network at the end of one epoch, a set of images each.
 *
 * @param epoch from 1 within its phase; 0 where a network was not trained
 * @param training running figures over the epoch, each batch scored before its update; without top5
 * @param validation after the epoch
 * @param test after the epoch
 */
public record EpochFigures(int epoch, Evaluation training, Evaluation validation, Evaluation test)
    implements Serializable {

  /** Of a network that was not trained, before it is evaluated. */
  public static final EpochFigures UNTRAINED =
      new EpochFigures(0, Evaluation.NONE, Evaluation.NONE, Evaluation.NONE);

  /** The same epoch and training, with these figures of the network after it. */
  public EpochFigures after(Evaluation validation, Evaluation test) {
    return new EpochFigures(epoch, training, validation, test);
  }
}

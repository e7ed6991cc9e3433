package prunesweep.trainer.training;

/** Something that looks at a network before every so many steps. */
public interface BeforeSteps {

  /** Steps from one look to the next, from 1. */
  int every();

  /**
   * Called when {@code step}, a multiple of {@link #every} counted over the run, is the next.
   *
   * @param images the indices of its batch among the training images
   */
  void before(int step, int[] images);
}

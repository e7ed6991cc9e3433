package prunesweep.trainer.training;

/** Something that happens within epochs, after every so many steps. */
public interface BetweenSteps {

  /** Steps from one time to the next, from 1. */
  int every();

  /** Called when {@code step}, a multiple of {@link #every} counted over the run, has been made. */
  void after(int step);
}

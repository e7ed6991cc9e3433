package prunesweep.trainer.trial;

import java.util.ArrayList;
import java.util.List;
import prunesweep.trainer.key.CanonicalText;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.method.Opening;
import prunesweep.trainer.method.RetrainingSpec;
import prunesweep.trainer.spec.LaterPoint;
import prunesweep.trainer.spec.StopPoint;

/**
 * The end of the last epoch of a further training that a trial's method asks for, before anything
 * that follows it. Every trial with the same opening passes here and would have the same rows.
 *
 * @param trial one of those that pass here
 * @param number of the further training, from 1
 */
public record EndOfFurtherTraining(TrialSpec trial, int number) implements LaterPoint {

  /** What the training is called in the table of epochs. */
  public String phase() {
    return opening().phase();
  }

  private Opening opening() {
    return trial.method().openings().get(number - 1);
  }

  @Override
  public boolean isPassedBy(StopPoint later) {
    return later instanceof EndOfFurtherTraining other
        && number <= other.number
        && course().equals(new EndOfFurtherTraining(other.trial, number).course());
  }

  /** All of the trial that decides its rows until here. */
  private String course() {
    CanonicalText text = new CanonicalText();
    trial.values().without(open()).describe(text);
    text.put("seed", trial.seed());
    text.put("amounts", opening().amounts());
    return text.hash();
  }

  private List<Key<?>> open() {
    List<Key<?>> open = new ArrayList<>(opening().open());
    open.addAll(RetrainingSpec.SECTION.keys());
    return open;
  }

  @Override
  public Object apartFromSeed() {
    return List.of(phase(), opening().amounts(), trial.method(), trial.analyses(), trial.keep());
  }

  @Override
  public void describe(CanonicalText text) {
    text.put("stop", phase());
    text.put("course", course());
  }
}

package prunesweep.driver.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import prunesweep.trainer.key.Assignments;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.spec.DatasetSpec;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.trial.TrialSpec;

/** A trial in a few words: the values of keys that declare a label, each as it says. */
public final class TrialLabel {

  private static final Set<String> TRAINING = names(TrainingSpec.SECTION);

  private TrialLabel() {}

  /** The words for what is done to the network. */
  public static String of(TrialSpec spec) {
    return words(spec.values(), false);
  }

  /** The words for the training protocol. */
  public static String training(TrialSpec spec) {
    return words(spec.values(), true);
  }

  /** The words for the images. */
  public static String dataset(TrialSpec spec) {
    DatasetSpec dataset = spec.dataset();
    return DatasetSpec.NORMALISATION.isTelling(dataset.normalisation())
        ? dataset.name() + " " + dataset.normalisation().label()
        : dataset.name();
  }

  /** The keys of a trial's {@code values} that {@link #of} shows, by names in canonical texts. */
  public static Set<String> shown(Assignments values) {
    Set<String> shown = new LinkedHashSet<>();
    values.forEach(
        new Assignments.Visitor() {
          @Override
          public <T> void take(Key<T> key, T value) {
            if (key.label().isPresent() && !TRAINING.contains(key.blockPath())) {
              shown.add(key.idName());
            }
          }
        });
    return shown;
  }

  private static Set<String> names(Section<?> section) {
    Set<String> names = new LinkedHashSet<>();
    section.keys().forEach(key -> names.add(key.blockPath()));
    return names;
  }

  private static String words(Assignments values, boolean isOfTraining) {
    List<String> words = new ArrayList<>();
    values.forEach(
        new Assignments.Visitor() {
          @Override
          public <T> void take(Key<T> key, T value) {
            if (TRAINING.contains(key.blockPath()) == isOfTraining && key.isTelling(value)) {
              key.label()
                  .ifPresent(pattern -> words.add(pattern.formatted(key.kind().text(value))));
            }
          }
        });
    return String.join(" ", words).replace(" ,", ",");
  }
}

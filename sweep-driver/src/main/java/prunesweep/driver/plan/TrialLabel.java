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

  private TrialLabel() {}

  /** The words for what is done to the network. */
  public static String of(TrialSpec spec) {
    Set<String> others = namesOf(TrainingSpec.SECTION);
    return words(spec.values(), others, false);
  }

  /** The words for the training protocol. */
  public static String training(TrialSpec spec) {
    return words(spec.values(), namesOf(TrainingSpec.SECTION), true);
  }

  /** The words for the images. */
  public static String dataset(TrialSpec spec) {
    DatasetSpec dataset = spec.dataset();
    return DatasetSpec.NORMALISATION.isTelling(dataset.normalisation())
        ? dataset.name() + " " + dataset.normalisation().label()
        : dataset.name();
  }

  /** The keys that {@link #of} shows, by their names in canonical texts. */
  public static Set<String> shown(TrialSpec spec) {
    Set<String> training = namesOf(TrainingSpec.SECTION);
    Set<String> shown = new LinkedHashSet<>();
    spec.values()
        .forEach(
            new Assignments.Visitor() {
              @Override
              public <T> void take(Key<T> key, T value) {
                if (key.label().isPresent() && !training.contains(key.blockPath())) {
                  shown.add(key.idName());
                }
              }
            });
    return shown;
  }

  private static Set<String> namesOf(Section<?> section) {
    Set<String> names = new LinkedHashSet<>();
    section.keys().forEach(key -> names.add(key.blockPath()));
    return names;
  }

  private static String words(Assignments values, Set<String> names, boolean isAmong) {
    List<String> words = new ArrayList<>();
    values.forEach(
        new Assignments.Visitor() {
          @Override
          public <T> void take(Key<T> key, T value) {
            if (names.contains(key.blockPath()) == isAmong && key.isTelling(value)) {
              key.label()
                  .ifPresent(pattern -> words.add(pattern.formatted(key.kind().text(value))));
            }
          }
        });
    return String.join(" ", words).replace(" ,", ",");
  }
}

package prunesweep.benchmarks.contest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import prunesweep.benchmarks.subject.Subject;
import prunesweep.trainer.data.source.DatasetCatalogue;
import prunesweep.trainer.data.source.DatasetLocator;

/**
 * A data set to train on.
 *
 * @param name a name of {@code sweep data list}
 * @param directory its files; empty to search the usual places
 */
public record DataChoice(String name, Optional<Path> directory) {

  private static final String FIRST = "fashion-mnist";
  private static final String SECOND = "mnist";

  /** The choice {@code NAME} or {@code NAME=DIRECTORY}. */
  public static DataChoice parse(String text) {
    int equals = text.indexOf('=');
    return equals < 0
        ? new DataChoice(text, Optional.empty())
        : new DataChoice(
            text.substring(0, equals), Optional.of(Path.of(text.substring(equals + 1))));
  }

  /** Fashion-MNIST, and MNIST too if it is found. */
  public static List<DataChoice> usual() {
    List<DataChoice> choices = new ArrayList<>();
    choices.add(parse(FIRST));
    DatasetLocator.ofThisUser()
        .whereabouts(DatasetCatalogue.published().named(SECOND))
        .ifPresent(where -> choices.add(parse(SECOND)));
    return choices;
  }

  /**
   * The paper's network on its images.
   *
   * @throws prunesweep.trainer.data.DataException if they cannot be had
   * @throws BenchException if they do not fill one batch
   */
  public Subject subject() {
    Subject subject = Subject.in(name, directory);
    int images = subject.images().count();
    if (images < Subject.BATCH) {
      throw new BenchException(
          "Cannot measure on %s: its training images must be at least %d, got %d"
              .formatted(name, Subject.BATCH, images));
    }
    return subject;
  }
}

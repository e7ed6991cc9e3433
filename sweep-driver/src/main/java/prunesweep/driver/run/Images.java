package prunesweep.driver.run;

import java.nio.file.Path;
import java.util.Optional;
import prunesweep.driver.plan.SweepPlan;
import prunesweep.driver.spark.DatasetSource;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.data.DatasetCatalogue;
import prunesweep.trainer.data.DatasetFetcher;
import prunesweep.trainer.data.DatasetLoader;
import prunesweep.trainer.data.DatasetLocator;
import prunesweep.trainer.data.KnownDataset;

/** The data sets of a sweep: found, fetched where they are nowhere, loaded once. */
public final class Images implements DatasetSource {

  private final DatasetLoader loader = DatasetLoader.ofThisUser();
  private final DatasetLocator locator = DatasetLocator.ofThisUser();

  /** What a data set in {@code directory} holds, as {@code DatasetSpec} says it. */
  public String content(String name, Optional<Path> directory) {
    return loader.load(name, directory).content();
  }

  /**
   * Makes every data set of {@code plan} ready before anything else is done.
   *
   * @throws prunesweep.trainer.data.DataException if one cannot be had or is not usable
   */
  void prepare(SweepPlan plan, RunEvents events) {
    plan.trials().stream()
        .map(Key::of)
        .distinct()
        .forEach(
            key -> {
              fetchIfNowhere(key, events);
              load(key);
            });
  }

  private void fetchIfNowhere(Key key, RunEvents events) {
    KnownDataset known = DatasetCatalogue.published().named(key.name());
    if (key.directory().isEmpty() && locator.whereabouts(known).isEmpty()) {
      events.fetched(DatasetFetcher.ofThisUser().fetch(key.name(), events.fetching()));
    }
  }

  @Override
  public Dataset load(Key key) {
    return loader.load(key.name(), key.directory()).dataset();
  }
}

package prunesweep.driver.run;

import java.util.List;
import java.util.stream.Collectors;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.driver.plan.SweepPlan;
import prunesweep.driver.spark.DatasetSource;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.data.fetch.DatasetFetcher;
import prunesweep.trainer.data.source.DatasetCatalogue;
import prunesweep.trainer.data.source.DatasetLoader;
import prunesweep.trainer.data.source.DatasetLocator;
import prunesweep.trainer.data.source.DatasetRequest;
import prunesweep.trainer.data.source.KnownDataset;

/** The data sets of a sweep: found, fetched where they are nowhere, loaded once. */
public final class Images implements DatasetSource {

  private final DatasetLoader loader = DatasetLoader.ofThisUser();
  private final DatasetLocator locator = DatasetLocator.ofThisUser();

  /** The content of the files asked for, as {@code DatasetSpec} says it. */
  public String content(DatasetRequest request) {
    return loader.load(request).content();
  }

  /**
   * Makes every data set of {@code plan} ready before anything else is done.
   *
   * @throws prunesweep.trainer.data.DataException if one cannot be had or is not usable
   */
  void prepare(SweepPlan plan, RunEvents events) {
    plan.trials().stream()
        .map(PlannedTrial::request)
        .distinct()
        .forEach(
            request -> {
              fetchIfNowhere(request, events);
              warnOfMissingClasses(load(request), events);
            });
  }

  private void fetchIfNowhere(DatasetRequest request, RunEvents events) {
    if (request.isOfFiles()) {
      return;
    }
    KnownDataset known = DatasetCatalogue.published().named(request.name());
    if (locator.whereabouts(known).isEmpty()) {
      events.fetched(DatasetFetcher.ofThisUser().fetch(known.name(), events.fetching()));
    }
  }

  private static void warnOfMissingClasses(Dataset dataset, RunEvents events) {
    List<Integer> missing = dataset.classesWithoutValidation();
    if (!missing.isEmpty()) {
      events.warned(
          ("The validation images of %s, the first tenth of its train file, have none of class %s:"
                  + " validation figures and early stopping say nothing of it; shuffle the file")
              .formatted(
                  dataset.name(),
                  missing.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }
  }

  @Override
  public Dataset load(DatasetRequest request) {
    return loader.load(request).dataset();
  }
}

package prunesweep.driver.spark;

import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.data.source.DatasetRequest;

/** Gives the driver the data sets it ships to executors. */
@FunctionalInterface
public interface DatasetSource {

  /** The data set; loaded already or quick to load. */
  Dataset load(DatasetRequest request);
}

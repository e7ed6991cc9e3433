package prunesweep.driver.spark;

import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.data.source.DatasetRequest;

/** Source of the data sets that the driver ships to executors. */
@FunctionalInterface
public interface DatasetSource {

  /** The data set; loaded already or quick to load. */
  Dataset load(DatasetRequest request);
}

package prunesweep.driver.plan;

import prunesweep.trainer.data.source.DatasetRequest;

/** Lookup of the content of a user's files. */
@FunctionalInterface
public interface ContentLookup {

  /**
   * The content of the data set as {@code DatasetSpec} has it: empty when it is the published one,
   * else its SHA-256 in hexadecimal.
   */
  String content(DatasetRequest request);
}

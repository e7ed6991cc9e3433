package prunesweep.trainer.data.source;

import prunesweep.trainer.data.DataException;
import prunesweep.trainer.data.LoadedDataset;

/** A data set whose files were found but not read. */
interface FoundDataset {

  /** A text that changes when one of the files is replaced. */
  String version();

  /**
   * Reads the files.
   *
   * @throws DataException naming the file, the rule it breaks and the value found
   */
  LoadedDataset read();
}

package prunesweep.trainer.data;

import prunesweep.trainer.spec.DatasetSpec;
import prunesweep.trainer.spec.Normalisation;

/**
 * A data set in memory and the mark of its contents.
 *
 * @param dataset the images
 * @param content empty when the contents are the published ones, else 64 hexadecimal digits made
 *     from them
 * @param normalisation of its numbers
 */
public record LoadedDataset(Dataset dataset, String content, Normalisation normalisation) {

  /** The data set as the spec of a trial names it. */
  public DatasetSpec spec() {
    return new DatasetSpec(dataset.name(), content, normalisation);
  }
}

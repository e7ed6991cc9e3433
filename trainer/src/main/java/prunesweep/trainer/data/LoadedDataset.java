package prunesweep.trainer.data;

import prunesweep.trainer.spec.DatasetSpec;
import prunesweep.trainer.spec.Normalisation;

/**
 * A data set in memory and whether it is the published one.
 *
 * @param dataset the images
 * @param content empty when the files hold what the publishers say, else 64 hexadecimal digits made
 *     from what they hold
 * @param normalisation what was made of the numbers
 */
public record LoadedDataset(Dataset dataset, String content, Normalisation normalisation) {

  /** What a trial on these images says of them. */
  public DatasetSpec spec() {
    return new DatasetSpec(dataset.name(), content, normalisation);
  }
}

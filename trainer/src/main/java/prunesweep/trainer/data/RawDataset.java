package prunesweep.trainer.data;

import prunesweep.trainer.spec.Normalisation;

/**
 * A data set as it is in its files, before normalisation.
 *
 * @param name its name
 * @param classes number of classes
 * @param train the train file, of which the first tenth is held out
 * @param trainLabels the class of each of its rows
 * @param test the test file, of as many features
 * @param testLabels the class of each of its rows
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, not copied.
public record RawDataset(
    String name,
    int classes,
    RawValues train,
    short[] trainLabels,
    RawValues test,
    short[] testLabels) {

  /**
   * The data set as a network sees it.
   *
   * @throws DataException if a number does not fit {@code normalisation}
   */
  public Dataset normalised(Normalisation normalisation) {
    if (normalisation == Normalisation.BYTE) {
      return dataset(train.bytes(), test.bytes());
    }
    Scaling scaling = Scaling.of(normalisation, train, TrainingSplit.heldOut(train.rows()));
    return dataset(scaling.scale(train, normalisation), scaling.scale(test, normalisation))
        .scaledBy(scaling);
  }

  private Dataset dataset(Features trainFeatures, Features testFeatures) {
    return Dataset.split(
        name,
        classes,
        LabelledImages.of(trainFeatures, trainLabels),
        LabelledImages.of(testFeatures, testLabels));
  }
}

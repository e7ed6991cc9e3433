package prunesweep.trainer.data;

import java.io.Serializable;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A data set as trials use it: the first tenth of the train file is the validation set, the rest is
 * trained on (protocol, section 1).
 *
 * @param name its name, e.g. {@code fashion-mnist}
 * @param classes number of classes; labels are 0 to {@code classes - 1}
 * @param training images to learn from
 * @param validation images that steer early stopping
 * @param test images for the final figures
 * @param encoding how raw numbers became features, and what the classes are called
 */
public record Dataset(
    String name,
    int classes,
    LabelledImages training,
    LabelledImages validation,
    LabelledImages test,
    Encoding encoding)
    implements Serializable {

  /** A data set of pixels, divided by 255, whose classes are called by their numbers. */
  public Dataset(
      String name,
      int classes,
      LabelledImages training,
      LabelledImages validation,
      LabelledImages test) {
    this(name, classes, training, validation, test, Encoding.ofPixels(training.inputs(), classes));
  }

  /** Splits {@code trainFile} as the protocol says. */
  public static Dataset split(
      String name, int classes, LabelledImages trainFile, LabelledImages test) {
    int held = TrainingSplit.heldOut(trainFile.count());
    return new Dataset(
        name, classes, trainFile.slice(held, trainFile.count()), trainFile.slice(0, held), test);
  }

  /** This data set with numbers that {@code scaling} has made of the raw ones. */
  Dataset scaledBy(Scaling scaling) {
    return with(new Encoding(scaling, encoding.classNames()));
  }

  /** This data set with classes called {@code names}, those beyond them by their numbers. */
  public Dataset named(List<String> names) {
    return with(encoding.named(names));
  }

  private Dataset with(Encoding other) {
    return new Dataset(name, classes, training, validation, test, other);
  }

  /** The classes that no validation image has, in order. */
  public List<Integer> classesWithoutValidation() {
    BitSet present = new BitSet(classes);
    for (int image = 0; image < validation.count(); image++) {
      present.set(validation.label(image));
    }
    return IntStream.range(0, classes).filter(label -> !present.get(label)).boxed().toList();
  }

  /** Features an image: the width of the network's input. */
  public int inputs() {
    return training.inputs();
  }
}

package prunesweep.trainer.result;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Test images of one class that a network took for one class, at the last epoch of a stage.
 *
 * @param stage dense, pruned, retrained, or as a method calls it
 * @param trueClass their class, from 0
 * @param predictedClass the class of the network's largest output, the first of equal ones
 * @param images how many, from 1
 */
public record ConfusionResult(String stage, int trueClass, int predictedClass, int images)
    implements Serializable {

  /**
   * One result a pair of classes that some image stands for, by class and then by answer.
   *
   * @param answers images of class i taken for class j at {@code i * classes + j}
   */
  public static List<ConfusionResult> of(String stage, int classes, int[] answers) {
    return IntStream.range(0, answers.length)
        .filter(index -> answers[index] > 0)
        .mapToObj(
            index -> new ConfusionResult(stage, index / classes, index % classes, answers[index]))
        .toList();
  }
}

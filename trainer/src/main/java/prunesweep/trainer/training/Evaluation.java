package prunesweep.trainer.training;

/**
 * Loss and accuracies of a network on a set of images; shares are 0..1.
 *
 * @param loss mean cross-entropy, natural logarithm
 * @param accuracy share of images whose best output is their class (the first of equal outputs)
 * @param top5 share of images for which fewer than five outputs are above that of their class
 * @param class0Top1 share of images for which no output is above that of class 0
 * @param class0Top5 share of images for which fewer than five outputs are above that of class 0
 */
public record Evaluation(
    double loss, double accuracy, double top5, double class0Top1, double class0Top5) {}

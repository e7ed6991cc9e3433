package prunesweep.trainer.result;

import java.io.Serializable;

/**
 * A network at the end of one epoch; shares are 0..1.
 *
 * @param epoch from 1 within its phase; 0 where the stage did not train
 * @param trainAccuracy running training accuracy; NaN where the stage did not train
 * @param trainClass0Top1 running share of training images whose best output is class 0; NaN as
 *     above
 * @param trainClass0Top5 running share with class 0 among the five best; NaN as above
 * @param validationLoss mean cross-entropy over the validation images
 * @param validationAccuracy share of validation images classified right
 * @param validationClass0Top1 share of them whose best output is class 0
 * @param validationClass0Top5 share of them with class 0 among the five best
 * @param testAccuracy share of test images classified right
 * @param testTop5 share of them whose class is among the five best
 * @param testClass0Top1 share of them whose best output is class 0
 * @param testClass0Top5 share of them with class 0 among the five best
 */
public record Moment(
    int epoch,
    double trainAccuracy,
    double trainClass0Top1,
    double trainClass0Top5,
    double validationLoss,
    double validationAccuracy,
    double validationClass0Top1,
    double validationClass0Top5,
    double testAccuracy,
    double testTop5,
    double testClass0Top1,
    double testClass0Top5)
    implements Serializable {}

package prunesweep.trainer.spec;

import java.io.Serializable;
import java.util.List;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Kind;
import prunesweep.trainer.key.Rule;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.key.Values;

/**
 * The course of the learning rate over a training: one factor a step.
 *
 * @param curve its form
 * @param unit of all numbers below but the last two
 * @param warmUp over how much the rate rises from zero, linearly; 0 for none
 * @param length of cosine and linear: after how much the rate is zero; 0 for the training's epochs
 * @param drops of steps: when the rate drops, rising
 * @param dropFactor of steps: what each drop leaves
 * @param begin epochs that lie before the first step
 * @param epochs where the length is 0: the epochs of the training, as long as they are another
 *     training's; else 0
 */
public record LearningRateSchedule(
    RateCurve curve,
    RateUnit unit,
    int warmUp,
    int length,
    List<Integer> drops,
    double dropFactor,
    int begin,
    int epochs)
    implements Serializable {

  private static final String TRAINING = "training";
  private static final int MOST = 1_000_000_000;
  private static final int MOST_DROPS = 100;

  /** Its form. */
  public static final Key<RateCurve> CURVE =
      Key.of(TRAINING, "learning-rate-schedule", Kind.choice(RateCurve.class))
          .older(RateCurve.CONSTANT)
          .column("learning_rate_schedule", "Course of the learning rate over a training")
          .generation(3)
          .label("lr-schedule=%s")
          .key();

  /** The unit of its numbers. */
  public static final Key<RateUnit> UNIT =
      Key.of(TRAINING, "learning-rate-unit", Kind.choice(RateUnit.class))
          .older(RateUnit.EPOCHS)
          .column("learning_rate_unit", "Unit of warm-up, length and drops of the learning rate")
          .generation(3)
          .label("lr-unit=%s")
          .key();

  /** Over how much the rate rises from zero. */
  public static final Key<Integer> WARM_UP =
      Key.of(TRAINING, "learning-rate-warm-up", Kind.WHOLE_NUMBER)
          .rule(Rule.between(0, MOST))
          .older(0)
          .column(
              "learning_rate_warm_up", "from 0", "Over how much the learning rate rose from zero")
          .generation(3)
          .label("warm-up=%s")
          .key();

  /** After how much it is zero. */
  public static final Key<Integer> LENGTH =
      Key.of(TRAINING, "learning-rate-length", Kind.WHOLE_NUMBER)
          .rule(Rule.between(0, MOST))
          .older(0)
          .when(
              CURVE,
              RateCurve::ends,
              "left out when training.learning-rate-schedule is not cosine or linear")
          .column(
              "learning_rate_length",
              "from 0",
              "After how much the learning rate is zero; 0 for the most epochs of a run")
          .generation(3)
          .label("lr-length=%s")
          .key();

  /** The epochs after which it drops. */
  public static final Key<List<Integer>> DROPS =
      Key.of(
              TRAINING,
              "learning-rate-drops",
              Kind.listOf(
                  "a list of whole numbers",
                  "a list in which each is %s",
                  Kind.WHOLE_NUMBER,
                  Rule.between(1, MOST)))
          .rule(
              new Rule<>(
                  "a list of 1 to %d rising numbers".formatted(MOST_DROPS),
                  LearningRateSchedule::areDrops))
          .older(List.of(100, 150))
          .inEveryId()
          .when(
              CURVE,
              curve -> curve == RateCurve.STEPS,
              "left out when training.learning-rate-schedule is not steps")
          .column("learning_rate_drops", "from 1, joined by commas", "When the learning rate drops")
          .generation(3)
          .label("drops=%s")
          .key();

  /** The share that each drop leaves. */
  public static final Key<Double> DROP_FACTOR =
      Key.of(TRAINING, "learning-rate-factor", Kind.NUMBER)
          .rule(Rule.share())
          .older(0.1)
          .inEveryId()
          .when(
              CURVE,
              curve -> curve == RateCurve.STEPS,
              "left out when training.learning-rate-schedule is not steps")
          .column("learning_rate_factor", "0..1", "What each drop leaves of the learning rate")
          .generation(3)
          .label("factor=%s")
          .key();

  /** The same rate at every step. */
  public static final LearningRateSchedule CONSTANT = of(RateCurve.CONSTANT, RateUnit.EPOCHS, 0);

  /** Its keys. */
  public static final Section<LearningRateSchedule> SECTION =
      Section.of("learning-rate", LearningRateSchedule::of)
          .with(CURVE, LearningRateSchedule::curve)
          .with(UNIT, LearningRateSchedule::unit)
          .with(WARM_UP, LearningRateSchedule::warmUp)
          .with(LENGTH, LearningRateSchedule::length)
          .with(DROPS, LearningRateSchedule::drops)
          .with(DROP_FACTOR, LearningRateSchedule::dropFactor);

  public LearningRateSchedule {
    drops = List.copyOf(drops);
    WARM_UP.require(warmUp);
    LENGTH.require(length);
    if (curve == RateCurve.STEPS) {
      DROPS.require(drops);
      DROP_FACTOR.require(dropFactor);
    }
    if (length > 0 && warmUp >= length) {
      throw new InvalidSpecException(
          WARM_UP.name(), "below the learning-rate-length %d".formatted(length), warmUp);
    }
  }

  private static boolean areDrops(List<Integer> drops) {
    return !drops.isEmpty()
        && drops.size() <= MOST_DROPS
        && drops.stream().sorted().distinct().toList().equals(drops);
  }

  /** A schedule without drops that is as long as the training. */
  public static LearningRateSchedule of(RateCurve curve, RateUnit unit, int warmUp) {
    return new LearningRateSchedule(curve, unit, warmUp, 0, List.of(), 1, 0, 0);
  }

  /** A rate that drops to {@code dropFactor} times itself at each of {@code drops}. */
  public static LearningRateSchedule steps(RateUnit unit, List<Integer> drops, double dropFactor) {
    return new LearningRateSchedule(RateCurve.STEPS, unit, 0, 0, drops, dropFactor, 0, 0);
  }

  /** What does not apply makes no other trial. */
  private static LearningRateSchedule of(Values values) {
    RateCurve curve = values.get(CURVE);
    int warmUp = values.get(WARM_UP);
    boolean isConstant = curve == RateCurve.CONSTANT && warmUp == 0;
    RateUnit unit = isConstant ? RateUnit.EPOCHS : values.get(UNIT);
    return switch (curve) {
      case CONSTANT -> of(curve, unit, warmUp);
      case STEPS -> steps(unit, values.get(DROPS), values.get(DROP_FACTOR)).withWarmUp(warmUp);
      case COSINE, LINEAR -> of(curve, unit, warmUp).withLength(values.get(LENGTH));
    };
  }

  /** The same with a warm-up. */
  public LearningRateSchedule withWarmUp(int warmUp) {
    return new LearningRateSchedule(curve, unit, warmUp, length, drops, dropFactor, begin, epochs);
  }

  /** The same with a length of its own. */
  public LearningRateSchedule withLength(int length) {
    return new LearningRateSchedule(curve, unit, warmUp, length, drops, dropFactor, begin, epochs);
  }

  /** The same, from the end of its first {@code begin} epochs on. */
  public LearningRateSchedule after(int begin) {
    return new LearningRateSchedule(curve, unit, warmUp, length, drops, dropFactor, begin, epochs);
  }

  /** The same as in a training of {@code epochs} epochs, however long the training is. */
  LearningRateSchedule asOver(int epochs) {
    return new LearningRateSchedule(
        curve,
        unit,
        warmUp,
        length,
        drops,
        dropFactor,
        begin,
        this.epochs > 0 ? this.epochs : epochs);
  }

  /**
   * The factor of the learning rate.
   *
   * @param step of the training, from 0
   * @param stepsAnEpoch steps of an epoch
   * @param maxEpochs most epochs of the training
   * @return from 0 to 1
   */
  double factor(int step, int stepsAnEpoch, int maxEpochs) {
    double at = step + (double) begin * stepsAnEpoch;
    double each = unit == RateUnit.EPOCHS ? stepsAnEpoch : 1;
    double risen = warmUp * each;
    double end =
        length > 0 ? length * each : (double) (epochs > 0 ? epochs : maxEpochs) * stepsAnEpoch;
    double rise = Math.min(1, (at + 1) / risen);
    double part = Math.max(0, Math.min(1, (at - risen) / Math.max(1, end - risen)));
    return rise
        * switch (curve) {
          case CONSTANT -> 1;
          case STEPS ->
              StrictMath.pow(dropFactor, drops.stream().filter(drop -> at >= drop * each).count());
          case COSINE -> (1 + StrictMath.cos(Math.PI * part)) / 2;
          case LINEAR -> 1 - part;
        };
  }
}

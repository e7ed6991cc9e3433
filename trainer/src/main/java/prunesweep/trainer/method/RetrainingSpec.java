package prunesweep.trainer.method;

import java.io.Serializable;
import java.util.Optional;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Kind;
import prunesweep.trainer.key.Rule;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.key.Values;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.NetworkView;
import prunesweep.trainer.spec.LearningRateSchedule;
import prunesweep.trainer.spec.RateCurve;
import prunesweep.trainer.spec.TrainingSpec;

/**
 * Retraining of a pruned network: training by the same protocol, with early stopping and optimiser
 * begun anew (protocol, section 7).
 *
 * @param mode from which weights, and with which mask
 * @param rewindEpoch of mode {@code rewound}: the epoch of the dense training of the same seed
 *     after which the weights are taken, 0 for the initial ones (Frankle and Carbin 2019; Frankle
 *     et al. 2020); 0 of the other modes
 * @param rate from where in the schedule of the learning rate
 */
public record RetrainingSpec(RetrainingMode mode, int rewindEpoch, RetrainingRate rate)
    implements Serializable {

  /** The way in which the pruned network is trained on. */
  public static final Key<RetrainingMode> MODE =
      Key.of("", "retraining", Kind.choice(RetrainingMode.class))
          .ofMethod()
          .older(RetrainingMode.NONE)
          .column("retraining", "How the pruned network was trained on")
          .generation(2)
          .label(", then %s")
          .key();

  /** The epoch whose weights a rewound network gets. */
  public static final Key<Integer> REWIND_EPOCH =
      Key.of("", "rewind-epoch", Kind.WHOLE_NUMBER)
          .ofMethod()
          .rule(Rule.between(0, 1_000_000))
          .older(0)
          .inEveryId()
          .when(
              MODE,
              mode -> mode == RetrainingMode.REWOUND,
              "left out when retraining is not rewound")
          .column(
              "rewind_epoch",
              "at least 0",
              "Epoch of the dense training whose weights it was given; null unless `retraining` is"
                  + " rewound")
          .generation(2)
          .label("to=%s")
          .key();

  /** From where in the schedule of the learning rate it is trained on. */
  public static final Key<RetrainingRate> RATE =
      Key.of("", "retraining-rate", Kind.choice(RetrainingRate.class))
          .ofMethod()
          .older(RetrainingRate.ANEW)
          .when(MODE, mode -> mode != RetrainingMode.NONE, "left out when retraining is none")
          .when(
              LearningRateSchedule.CURVE,
              curve -> curve != RateCurve.CONSTANT,
              "left out when training.learning-rate-schedule is constant")
          .column(
              "retraining_rate",
              "From where in the schedule of the learning rate it was trained on; null where there"
                  + " is none")
          .generation(3)
          .label("rate=%s")
          .key();

  /** No training after the pruning. */
  public static final RetrainingSpec NONE = new RetrainingSpec(RetrainingMode.NONE, 0);

  /** Its keys. */
  public static final Section<RetrainingSpec> SECTION =
      Section.of("retraining", RetrainingSpec::of)
          .with(MODE, RetrainingSpec::mode)
          .with(REWIND_EPOCH, RetrainingSpec::rewindEpoch)
          .with(RATE, RetrainingSpec::rate);

  public RetrainingSpec {
    REWIND_EPOCH.require(rewindEpoch);
    if (rate == RetrainingRate.REWOUND && mode != RetrainingMode.REWOUND) {
      throw new InvalidSpecException(
          RATE.name(), "anew or last where retraining is not rewound", rate.label());
    }
  }

  /** A training by the schedule of the learning rate from its start. */
  public RetrainingSpec(RetrainingMode mode, int rewindEpoch) {
    this(mode, rewindEpoch, RetrainingRate.ANEW);
  }

  private static RetrainingSpec of(Values values) {
    RetrainingMode mode = values.get(MODE);
    int rewindEpoch = mode == RetrainingMode.REWOUND ? values.get(REWIND_EPOCH) : 0;
    return mode == RetrainingMode.NONE
        ? NONE
        : new RetrainingSpec(
            mode, rewindEpoch, rate(values, values.get(LearningRateSchedule.CURVE)));
  }

  /** What does not apply makes no other trial; a rate of zero would train nothing. */
  private static RetrainingRate rate(Values values, RateCurve curve) {
    RetrainingRate rate = curve == RateCurve.CONSTANT ? RetrainingRate.ANEW : values.get(RATE);
    if (rate == RetrainingRate.LAST && curve != RateCurve.STEPS) {
      throw new InvalidSpecException(
          RATE.name(), "anew or rewound where the learning rate comes to zero", rate.label());
    }
    return rate;
  }

  /** Tells whether there is any. */
  public boolean isAsked() {
    return mode != RetrainingMode.NONE;
  }

  /** The continuation after the pruning: one training, or nothing. */
  public Continuation continuation(TrainingSpec training) {
    return new Once(training);
  }

  private Next.Train train(TrainingSpec training, NetworkView pruned) {
    Optional<Mask> mask =
        mode == RetrainingMode.FREE
            ? Optional.empty()
            : Optional.of(Mask.ofNonZero(pruned.maskedKernels()));
    return new Next.Train("retraining", "retrained", weights(), mask, course(training), 0);
  }

  private TrainingSpec course(TrainingSpec training) {
    return training.with(rate.course(training.schedule(), rewindEpoch));
  }

  private Next.Weights weights() {
    return switch (mode) {
      case NONE, FREE, MASKED -> new Next.Weights.Copied();
      case REWOUND -> new Next.Weights.OfDenseTraining(rewindEpoch);
      case REINITIALISED -> new Next.Weights.Initial("reinitialise");
    };
  }

  /**
   * Memory from one answer to the next.
   *
   * @param isDone whether the training was answered, if there is any
   */
  private record Turn(boolean isDone) implements Memory {}

  private final class Once implements Continuation {

    private final TrainingSpec training;
    private Turn turn = new Turn(!isAsked());

    Once(TrainingSpec training) {
      this.training = training;
    }

    @Override
    public Next next(int epoch, NetworkView network) {
      if (turn.isDone) {
        return new Next.Done();
      }
      turn = new Turn(true);
      return train(training, network);
    }

    @Override
    public Memory memory() {
      return turn;
    }

    @Override
    public void restore(Memory memory) {
      turn = (Turn) memory;
    }
  }
}

package prunesweep.driver.tables;

import static prunesweep.driver.tables.Column.nullable;
import static prunesweep.driver.tables.ColumnType.DOUBLE;
import static prunesweep.driver.tables.ColumnType.INT;
import static prunesweep.driver.tables.ColumnType.STRING;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.spec.EarlyStop;
import prunesweep.trainer.spec.MagnitudePruning;
import prunesweep.trainer.spec.Normalisation;
import prunesweep.trainer.spec.NuclearNormSpec;
import prunesweep.trainer.spec.RetrainingMode;
import prunesweep.trainer.spec.RetrainingSpec;

/** The columns of {@code trials} for methods and settings that came after the first version. */
final class TrialMethodColumns {

  static final List<Column<TrialRow>> ALL =
      List.of(
          Column.<TrialRow>always(
                  "retraining",
                  STRING,
                  "none, free, masked, rewound, reinitialised",
                  "How the pruned network was trained on",
                  row -> row.spec().retraining().mode().label())
              .inOlderFiles(RetrainingMode.NONE.label()),
          nullable(
              "rewind_epoch",
              INT,
              "at least 0",
              "Epoch of the dense training whose weights it was given; null unless `retraining` is"
                  + " rewound",
              TrialMethodColumns::rewindEpoch),
          nullable(
              "within_layer",
              STRING,
              "score, magnitude, random",
              "Which weights of a layer went, once the score had settled how many; null unless"
                  + " `scope` is global, and in older files, where it was score",
              row ->
                  row.globalScope()
                      .flatMap(scope -> row.pruning())
                      .map(pruning -> pruning.withinLayer().label())
                      .orElse(null)),
          nullable(
              "granularity",
              STRING,
              "weights, units",
              "What went at once; null unless `method` is one-shot",
              row -> row.oneShot().map(method -> method.granularity().label()).orElse(null)),
          nullable(
              "prune_every",
              INT,
              "from 1",
              "Steps from prune to prune; null unless `method` is magnitude",
              row -> row.magnitude().map(MagnitudePruning::every).orElse(null)),
          nullable(
              "prune_epochs",
              INT,
              "from 1",
              "Epochs of pruning; null unless `method` is magnitude",
              row -> row.magnitude().map(MagnitudePruning::epochs).orElse(null)),
          Column.<TrialRow>always(
                  "early_stopping",
                  STRING,
                  "on, off",
                  "Whether a rising validation loss ended a training",
                  row -> row.spec().training().earlyStop().label())
              .inOlderFiles(EarlyStop.ON.label()),
          Column.<TrialRow>always(
                  "nuclear_norm",
                  DOUBLE,
                  "at least 0",
                  "Factor of the nuclear norm in the loss",
                  row -> row.spec().training().nuclearNorm().strength())
              .inOlderFiles(0.0),
          nullable(
              "nuclear_norm_weights",
              STRING,
              "equal, rising",
              "How it weighed its singular values; null where `nuclear_norm` is 0",
              row -> norm(row).map(norm -> norm.weights().label()).orElse(null)),
          nullable(
              "nuclear_norm_every",
              INT,
              "from 1",
              "Steps from one move along its gradient to the next; null where `nuclear_norm` is 0",
              row -> norm(row).map(NuclearNormSpec::every).orElse(null)),
          Column.<TrialRow>always(
                  "normalisation",
                  STRING,
                  "byte, none, min-max, standard",
                  "What was made of the numbers of the data set",
                  row -> row.spec().dataset().normalisation().label())
              .inOlderFiles(Normalisation.BYTE.label()));

  private TrialMethodColumns() {}

  private static @Nullable Object rewindEpoch(TrialRow row) {
    RetrainingSpec retraining = row.spec().retraining();
    return retraining.mode() == RetrainingMode.REWOUND ? retraining.rewindEpoch() : null;
  }

  private static Optional<NuclearNormSpec> norm(TrialRow row) {
    return Optional.of(row.spec().training().nuclearNorm()).filter(NuclearNormSpec::isAsked);
  }
}

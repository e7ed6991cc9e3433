package prunesweep.driver.config;

import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import prunesweep.trainer.spec.Analysis;
import prunesweep.trainer.spec.Named;
import prunesweep.trainer.spec.RetrainingMode;

/** The rules about keys of one block that only hold together. */
final class BlockRules {

  private static final List<Setting<?>> GLOBAL_ONLY =
      List.of(Settings.COUNTER_MODE, Settings.CYCLES, Settings.DECAY);

  private static final Set<Setting<?>> WHERE_PRUNED =
      Set.of(Settings.TARGET, Settings.RETRAINING, Settings.REWIND_EPOCH);

  private static final Map<MethodName, Set<Setting<?>>> OWN =
      Map.of(
          MethodName.DENSE,
          Set.of(),
          MethodName.ACTIVATION,
          Set.of(
              Settings.SCOPE,
              Settings.SCORE,
              Settings.WITHIN_LAYER,
              Settings.COUNTER,
              Settings.COUNTER_SOURCE,
              Settings.COUNTER_MODE,
              Settings.COUNTER_BATCH,
              Settings.CYCLES,
              Settings.FIRST_THRESHOLD,
              Settings.DECAY),
          MethodName.MAGNITUDE,
          Set.of(Settings.EVERY, Settings.EPOCHS),
          MethodName.ONE_SHOT,
          Set.of(Settings.GRANULARITY));

  private final String path;
  private final ConfigOrigin origin;
  private final Map<String, ConfigValue> written;
  private final Problems problems;

  BlockRules(
      String path, ConfigOrigin origin, Map<String, ConfigValue> written, Problems problems) {
    this.path = path;
    this.origin = origin;
    this.written = written;
    this.problems = problems;
  }

  void check(GridBlock block, Point defaults) {
    checkMethods(block, defaults);
    checkNuclearNorm(block, defaults);
    checkDataset(block, defaults);
  }

  private void checkMethods(GridBlock block, Point defaults) {
    if (!isWritten(Settings.METHOD)) {
      problems.add(origin, "%s.method must be %s, got nothing".formatted(path, methodNames()));
      return;
    }
    List<?> methods = block.values(Settings.METHOD, defaults);
    Arrays.stream(MethodName.values()).filter(methods::contains).forEach(this::checkKeys);
    if (methods.contains(MethodName.DENSE)) {
      checkAnalyses(block, defaults);
    }
    if (methods.contains(MethodName.ACTIVATION) || methods.contains(MethodName.MAGNITUDE)) {
      checkTarget(block, defaults);
    }
    if (methods.equals(List.of(MethodName.ACTIVATION))) {
      checkScope(block, defaults);
    }
    if (!methods.contains(MethodName.DENSE)) {
      checkRetraining(block, defaults);
    }
  }

  private void checkKeys(MethodName method) {
    refuse(notOf(method), "left out when method is " + method.label());
  }

  private void checkScope(GridBlock block, Point defaults) {
    if (block.values(Settings.SCOPE, defaults).contains(ScopeName.LOCAL)) {
      refuse(GLOBAL_ONLY, "left out when scope is local (one cycle a hidden layer)");
      refuse(Settings.WITHIN_LAYER, "left out when scope is local");
    }
  }

  private void checkRetraining(GridBlock block, Point defaults) {
    if (!block.values(Settings.RETRAINING, defaults).equals(List.of(RetrainingMode.REWOUND))) {
      refuse(Settings.REWIND_EPOCH, "left out when retraining is not rewound");
    }
  }

  /** What the key itself lets pass for the method one-shot. */
  private void checkTarget(GridBlock block, Point defaults) {
    if (!block.values(Settings.TARGET, defaults).contains(0.0)) {
      return;
    }
    String rule = "a share above 0 and below 1";
    if (isWritten(Settings.TARGET)) {
      refuse(Settings.TARGET, rule);
    } else {
      problems.add(
          origin,
          "%s must be %s for the methods of %s, got 0"
              .formatted(Settings.TARGET.path(), rule, path));
    }
  }

  private void checkAnalyses(GridBlock block, Point defaults) {
    boolean asks =
        block.values(Settings.ANALYSES, defaults).stream()
            .anyMatch(value -> ((List<?>) value).stream().anyMatch(BlockRules::needsPrune));
    if (asks) {
      refuse(Settings.ANALYSES, "without singular-values and pca when method is dense");
    }
  }

  private static boolean needsPrune(Object analysis) {
    return analysis instanceof Analysis known && known.needsPrune();
  }

  private void checkNuclearNorm(GridBlock block, Point defaults) {
    if (block.values(Settings.NUCLEAR_NORM, defaults).contains(0.0)) {
      List<Setting<?>> details =
          List.of(Settings.NUCLEAR_NORM_WEIGHTS, Settings.NUCLEAR_NORM_EVERY);
      refuse(details, "left out when training.nuclear-norm is 0");
    }
  }

  private void checkDataset(GridBlock block, Point defaults) {
    new DatasetRules(
            path + ".",
            origin,
            written,
            setting -> !block.values(setting, defaults).isEmpty(),
            problems)
        .checkBlock(block, defaults);
  }

  private void refuse(List<Setting<?>> settings, String rule) {
    settings.forEach(setting -> refuse(setting, rule));
  }

  /** A problem where {@code setting} is written. */
  private void refuse(Setting<?> setting, String rule) {
    ConfigValue value = written.get(setting.blockPath());
    if (value != null) {
      String key = path + "." + setting.blockPath();
      problems.add(value.origin(), ConfigValues.mustBe(key, rule, value));
    }
  }

  private boolean isWritten(Setting<?> setting) {
    return written.containsKey(setting.blockPath());
  }

  /** Keys of methods that {@code method} does not know. */
  private static List<Setting<?>> notOf(MethodName method) {
    Set<Setting<?>> known = new HashSet<>(OWN.getOrDefault(method, Set.of()));
    known.addAll(List.of(Settings.METHOD, Settings.ANALYSES));
    if (method != MethodName.DENSE) {
      known.addAll(WHERE_PRUNED);
    }
    return Settings.ALL.stream()
        .filter(setting -> setting.isOfMethod() && !known.contains(setting))
        .toList();
  }

  private static String methodNames() {
    return String.join(" or ", Named.labels(MethodName.class));
  }
}

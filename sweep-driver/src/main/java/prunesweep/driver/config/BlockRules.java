package prunesweep.driver.config;

import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Named;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.method.Method;
import prunesweep.trainer.method.Methods;
import prunesweep.trainer.trial.Extra;
import prunesweep.trainer.trial.OfPruning;
import prunesweep.trainer.trial.TrialSpec;

/** The rules about keys of one block that only hold together, as the keys declare them. */
final class BlockRules {

  private final Vocabulary vocabulary;
  private final String path;
  private final ConfigOrigin origin;
  private final Map<String, ConfigValue> written;
  private final Problems problems;

  BlockRules(
      Vocabulary vocabulary,
      String path,
      ConfigOrigin origin,
      Map<String, ConfigValue> written,
      Problems problems) {
    this.vocabulary = vocabulary;
    this.path = path;
    this.origin = origin;
    this.written = written;
    this.problems = problems;
  }

  void check(GridBlock block, Point defaults) {
    if (isWritten(Methods.CHOICE.key())) {
      List<?> named = block.values(Methods.CHOICE.key(), defaults);
      List<Section<? extends Method>> methods =
          vocabulary.methods().stream().filter(named::contains).toList();
      methods.forEach(method -> checkMethod(method, block, defaults));
    } else {
      String names =
          vocabulary.methods().stream().map(Named::label).collect(Collectors.joining(" or "));
      problems.add(origin, "%s.method must be %s, got nothing".formatted(path, names));
    }
    new DatasetRules(
            path + ".", origin, written, key -> !block.values(key, defaults).isEmpty(), problems)
        .checkBlock(block, defaults);
  }

  private void checkMethod(Section<? extends Method> method, GridBlock block, Point defaults) {
    Map<String, Key<?>> known = vocabulary.of(method);
    for (Key<?> key : vocabulary.ofBlocks()) {
      Key<?> own = known.get(key.blockPath());
      if (own == null) {
        refuse(key, "left out when method is " + method.label());
      } else if (isWritten(own)) {
        checkConditions(own, block, defaults);
      } else {
        checkDefault(own, defaults);
      }
    }
    if (method.isBaseline()) {
      TrialSpec.EXTRAS.forEach(extra -> checkExtra(extra, method, block, defaults));
    }
  }

  private void checkConditions(Key<?> key, GridBlock block, Point defaults) {
    for (Key.Condition<?> condition : key.conditions()) {
      boolean holds =
          block.values(condition.other(), defaults).stream().allMatch(condition::holdsFor);
      if (!holds) {
        refuse(key, condition.refusal());
        return;
      }
    }
  }

  /** What stands at the top of the config may be fit for another method alone. */
  private <T> void checkDefault(Key<T> key, Point defaults) {
    defaults
        .find(key)
        .filter(value -> key.conditions().isEmpty() && !key.rule().test().test(value))
        .ifPresent(
            value ->
                problems.add(
                    origin,
                    "%s must be %s for the methods of %s, got %s"
                        .formatted(key.path(), key.rule().text(), path, key.kind().text(value))));
  }

  /** A baseline has nothing that needs a prune. */
  private void checkExtra(
      Extra<?> extra, Section<? extends Method> method, GridBlock block, Point defaults) {
    boolean asks =
        block.values(extra.key(), defaults).stream()
            .anyMatch(value -> ((List<?>) value).stream().anyMatch(BlockRules::needsPrune));
    if (asks) {
      refuse(
          extra.key(),
          "without %s when method is %s"
              .formatted(String.join(" and ", extra.needingPrune()), method.label()));
    }
  }

  private static boolean needsPrune(Object kept) {
    return kept instanceof OfPruning known && known.needsPrune();
  }

  /** A problem where {@code key} is written. */
  private void refuse(Key<?> key, String rule) {
    ConfigValue value = written.get(key.blockPath());
    if (value != null) {
      String name = path + "." + key.blockPath();
      problems.add(value.origin(), ConfigValues.mustBe(name, rule, value));
    }
  }

  private boolean isWritten(Key<?> key) {
    return written.containsKey(key.blockPath());
  }
}

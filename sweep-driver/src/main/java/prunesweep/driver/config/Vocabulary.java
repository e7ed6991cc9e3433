package prunesweep.driver.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prunesweep.trainer.data.source.DatasetOrigin;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.method.Method;
import prunesweep.trainer.method.Methods;
import prunesweep.trainer.method.RetrainingSpec;
import prunesweep.trainer.spec.DatasetSpec;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.trial.TrialSpec;

/**
 * Every key that a trial is made of, as their records declare them. A key of several methods is one
 * key in a block; each method may have its own default and its own rule for it.
 */
public final class Vocabulary {

  private final List<Section<? extends Method>> methods;
  private final List<Key<?>> all;

  private Vocabulary(List<Section<? extends Method>> methods) {
    this.methods = methods;
    this.all =
        Stream.of(general(), List.<Key<?>>of(Methods.CHOICE.key()), ofMethods(methods), after())
            .flatMap(List::stream)
            .filter(key -> !key.isDerived())
            .toList();
  }

  /** The vocabulary with all methods that are found now. */
  public static Vocabulary current() {
    return new Vocabulary(Methods.sections());
  }

  /** Keys of every trial, in the documented order. */
  private static List<Key<?>> general() {
    List<Key<?>> keys = new ArrayList<>(List.of(DatasetSpec.NAME));
    keys.addAll(DatasetOrigin.KEYS);
    keys.add(DatasetSpec.NORMALISATION);
    keys.addAll(NetworkSpec.SECTION.keys());
    keys.addAll(TrainingSpec.SECTION.keys());
    return keys;
  }

  private static List<Key<?>> ofMethods(List<Section<? extends Method>> methods) {
    return methods.stream().<Key<?>>flatMap(method -> method.keys().stream()).toList();
  }

  private static List<Key<?>> after() {
    List<Key<?>> keys = new ArrayList<>(RetrainingSpec.SECTION.keys());
    TrialSpec.EXTRAS.forEach(extra -> keys.add(extra.key()));
    return keys;
  }

  /** The methods. */
  List<Section<? extends Method>> methods() {
    return methods;
  }

  /** The keys that have a default at the top of a config, one a path, in order. */
  public List<Key<?>> defaults() {
    return distinct(all.stream().filter(key -> !key.equals(Methods.CHOICE.key())), Key::path);
  }

  /**
   * The keys that can stand in a block, one a name there, in order: of two axes, the later one
   * varies faster.
   */
  public List<Key<?>> ofBlocks() {
    return distinct(all.stream(), Key::blockPath);
  }

  private static List<Key<?>> distinct(Stream<Key<?>> keys, Function<Key<?>, String> name) {
    Map<String, Key<?>> distinct = new LinkedHashMap<>();
    keys.forEach(key -> distinct.putIfAbsent(name.apply(key), key));
    return List.copyOf(distinct.values());
  }

  /** Every key at the top whose path is {@code path}: methods may differ in its rule. */
  List<Key<?>> atPath(String path) {
    return all.stream().filter(key -> key.path().equals(path)).toList();
  }

  /** The keys of a block whose method is {@code method}, by their names there. */
  Map<String, Key<?>> of(Section<? extends Method> method) {
    Stream<Key<?>> keys = Stream.concat(general().stream(), TrialSpec.keysOf(method).stream());
    return keys.filter(key -> !key.isDerived())
        .collect(
            Collectors.toMap(
                Key::blockPath, key -> key, (first, second) -> first, LinkedHashMap::new));
  }
}

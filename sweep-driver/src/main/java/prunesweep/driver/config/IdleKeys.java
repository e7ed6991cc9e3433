package prunesweep.driver.config;

import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.method.Method;
import prunesweep.trainer.method.Methods;

/**
 * Keys that somebody wrote above the grid, or with {@code --set}, and that change no trial: each
 * block that could take them says them itself, or none can take them.
 */
final class IdleKeys {

  private final Vocabulary vocabulary;
  private final List<GridBlock> grid;
  private final Point defaults;

  IdleKeys(Vocabulary vocabulary, List<GridBlock> grid, Point defaults) {
    this.vocabulary = vocabulary;
    this.grid = grid;
    this.defaults = defaults;
  }

  /**
   * One sentence an idle key.
   *
   * @param written the values at the top of the config, those of the reference among them
   */
  List<String> among(Map<String, ConfigValue> written) {
    List<String> sentences = new ArrayList<>();
    for (Key<?> key : vocabulary.defaults()) {
      ConfigValue value = written.get(key.path());
      if (value != null && !HoconFile.isReference(value.origin()) && isIdle(key)) {
        sentences.add(
            "%s = %s changes no trial: %s"
                .formatted(key.path(), ConfigValues.shown(value), whatWins(key)));
      }
    }
    return sentences;
  }

  private boolean isIdle(Key<?> key) {
    return grid.stream()
        .noneMatch(block -> isTaken(key, block) && !block.writes(key) && canApply(key, block));
  }

  private String whatWins(Key<?> key) {
    List<String> blocks =
        IntStream.range(0, grid.size())
            .filter(index -> isTaken(key, grid.get(index)) && grid.get(index).writes(key))
            .mapToObj("grid[%d]"::formatted)
            .toList();
    return blocks.isEmpty()
        ? "nothing in the grid takes it"
        : "%s of %s wins".formatted(key.blockPath(), String.join(", ", blocks));
  }

  private boolean isTaken(Key<?> key, GridBlock block) {
    return own(key, block).findAny().isPresent();
  }

  private boolean canApply(Key<?> key, GridBlock block) {
    return own(key, block)
        .anyMatch(own -> own.conditions().stream().allMatch(one -> canHold(one, block)));
  }

  /** The key as those methods of {@code block} have it that take their default from its path. */
  private Stream<Key<?>> own(Key<?> key, GridBlock block) {
    return methods(block).stream()
        .flatMap(method -> vocabulary.of(method).values().stream())
        .filter(key::equals);
  }

  private boolean canHold(Key.Condition<?> condition, GridBlock block) {
    return block.values(condition.other(), defaults).stream().anyMatch(condition::holdsFor);
  }

  private List<Section<? extends Method>> methods(GridBlock block) {
    List<?> named = block.values(Methods.CHOICE.key(), defaults);
    return vocabulary.methods().stream().filter(named::contains).toList();
  }
}

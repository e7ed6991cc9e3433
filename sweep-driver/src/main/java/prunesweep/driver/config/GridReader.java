package prunesweep.driver.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.method.Method;
import prunesweep.trainer.method.Methods;

/** Reads the blocks of the grid. */
final class GridReader {

  private static final Set<String> ELSEWHERE = Set.of("sweep.seeds");

  private final Vocabulary vocabulary;
  private final Point defaults;
  private final Problems problems;
  private final KeyReader reader;
  private final KeyWalk walk;

  GridReader(Vocabulary vocabulary, Point defaults, Problems problems) {
    this.vocabulary = vocabulary;
    this.defaults = defaults;
    this.problems = problems;
    this.reader = new KeyReader(problems);
    Set<String> names =
        vocabulary.ofBlocks().stream().map(Key::blockPath).collect(Collectors.toSet());
    this.walk = new KeyWalk(names, ELSEWHERE, problems);
  }

  /** The blocks in the order they are written; those with problems are left out. */
  List<GridBlock> read(ConfigValue grid) {
    if (!(grid instanceof ConfigList list) || list.isEmpty()) {
      String rule = "a list of at least one block { ... }";
      problems.add(grid.origin(), ConfigValues.mustBe("grid", rule, grid));
      return List.of();
    }
    List<GridBlock> blocks = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      blocks.add(block("grid[%d]".formatted(i), list.get(i)));
    }
    return blocks;
  }

  private GridBlock block(String path, ConfigValue value) {
    if (!(value instanceof ConfigObject object)) {
      problems.add(value.origin(), ConfigValues.mustBe(path, "a block of keys { ... }", value));
      return new GridBlock(List.of());
    }
    Map<String, ConfigValue> written = walk.find(path + ".", object);
    Optional<Axis<Section<? extends Method>>> methods =
        Optional.ofNullable(written.get(Methods.CHOICE.key().blockPath()))
            .flatMap(method -> axis(path, List.of(Methods.CHOICE.key()), method));
    GridBlock block = new GridBlock(axes(path, written, methods));
    new BlockRules(vocabulary, path, object.origin(), written, problems).check(block, defaults);
    return block;
  }

  private <T> Optional<Axis<T>> axis(String path, List<Key<T>> keys, ConfigValue value) {
    return reader.readAxis(path + "." + keys.get(0).blockPath(), keys, value);
  }

  private List<Axis<?>> axes(
      String path,
      Map<String, ConfigValue> written,
      Optional<Axis<Section<? extends Method>>> methods) {
    List<Map<String, Key<?>>> known =
        methods.stream().flatMap(axis -> axis.values().stream()).map(vocabulary::of).toList();
    List<Axis<?>> axes = new ArrayList<>();
    for (Key<?> key : vocabulary.ofBlocks()) {
      ConfigValue value = written.get(key.blockPath());
      if (key.equals(Methods.CHOICE.key())) {
        methods.ifPresent(axes::add);
      } else if (value != null) {
        readAxis(path, key, known, value).ifPresent(axes::add);
      }
    }
    return axes;
  }

  /** The key as the methods of the block have it; as any has it where none of them does. */
  private <T> Optional<Axis<T>> readAxis(
      String path, Key<T> key, List<Map<String, Key<?>>> known, ConfigValue value) {
    List<Key<T>> keys = new ArrayList<>();
    for (Map<String, Key<?>> ofMethod : known) {
      Key<?> own = ofMethod.get(key.blockPath());
      if (own != null) {
        // Keys of one name in blocks are of one kind.
        @SuppressWarnings("unchecked")
        Key<T> sameKind = (Key<T>) own;
        keys.add(sameKind);
      }
    }
    return axis(path, keys.isEmpty() ? List.of(key) : keys, value);
  }
}

package prunesweep.driver.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the blocks of the grid. */
final class GridReader {

  private static final Map<String, Setting<?>> SETTINGS =
      Settings.ALL.stream().collect(Collectors.toMap(Setting::blockPath, Function.identity()));
  private static final Set<String> ELSEWHERE = Set.of("sweep.seeds");

  private final Point defaults;
  private final Problems problems;
  private final SettingReader settings;
  private final KeyWalk walk;

  GridReader(Point defaults, Problems problems) {
    this.defaults = defaults;
    this.problems = problems;
    this.settings = new SettingReader(problems);
    this.walk = new KeyWalk(SETTINGS.keySet(), ELSEWHERE, problems);
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
    GridBlock block = new GridBlock(axes(path, written));
    new BlockRules(path, object.origin(), written, problems).check(block, defaults);
    return block;
  }

  private List<Axis<?>> axes(String path, Map<String, ConfigValue> written) {
    List<Axis<?>> axes = new ArrayList<>();
    for (Setting<?> setting : Settings.ALL) {
      ConfigValue value = written.get(setting.blockPath());
      if (value != null) {
        String key = path + "." + setting.blockPath();
        settings.readAxis(key, setting, value).ifPresent(axes::add);
      }
    }
    return axes;
  }
}

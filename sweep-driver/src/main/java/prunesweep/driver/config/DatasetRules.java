package prunesweep.driver.config;

import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules about the keys that say where images come from, at the top or in a block. */
final class DatasetRules {

  /** What images can come from, by the keys that must all be there for it. */
  private record Source(String section, List<Setting<?>> needed) {

    static final Source DIR = new Source("dataset.dir", List.of(Settings.DATASET_DIR));
    static final Source IDX =
        new Source(
            "dataset.idx",
            List.of(
                Settings.TRAIN_IMAGES,
                Settings.TRAIN_LABELS,
                Settings.TEST_IMAGES,
                Settings.TEST_LABELS));
    static final Source CSV =
        new Source(
            "dataset.csv", List.of(Settings.CSV_TRAIN, Settings.CSV_TEST, Settings.CSV_LABEL));
    static final List<Source> ALL = List.of(DIR, IDX, CSV);
  }

  /** Keys of a user's own files that can be no axis. */
  private static final List<Setting<?>> ONE_VALUE =
      Stream.of(
              Source.IDX.needed, Source.CSV.needed, List.of(Settings.CSV_HEADER, Settings.CLASSES))
          .<Setting<?>>flatMap(List::stream)
          .toList();

  private final String where;
  private final ConfigOrigin origin;
  private final Map<String, ConfigValue> written;
  private final Predicate<Setting<?>> given;
  private final Problems problems;

  /**
   * The rules for one place.
   *
   * @param where what the keys are below, e.g. {@code grid[0].}
   * @param origin the place as a whole
   * @param written the values written there, by the name of their key there
   * @param given whether a key has a value there, be it from the top
   */
  DatasetRules(
      String where,
      ConfigOrigin origin,
      Map<String, ConfigValue> written,
      Predicate<Setting<?>> given,
      Problems problems) {
    this.where = where;
    this.origin = origin;
    this.written = written;
    this.given = given;
    this.problems = problems;
  }

  void check() {
    List<Source> sources =
        Source.ALL.stream().filter(source -> source.needed.stream().anyMatch(given)).toList();
    if (sources.size() == 1) {
      checkWhole(sources.get(0));
    }
    if (sources.size() > 1) {
      List<String> sections = sources.stream().map(source -> source.section).toList();
      problems.add(
          origin,
          "%sdataset must have one of dataset.dir, dataset.idx and dataset.csv, got %s"
              .formatted(where, String.join(" and ", sections)));
    }
    if (!sources.contains(Source.IDX) && !sources.contains(Source.CSV)) {
      refuse(Settings.CLASSES, "left out without dataset.idx or dataset.csv");
    }
  }

  private void checkWhole(Source source) {
    List<String> missing =
        source.needed.stream().filter(given.negate()).map(Setting::path).toList();
    if (!missing.isEmpty()) {
      problems.add(
          origin,
          "%s%s must have %s, got none"
              .formatted(where, source.section, String.join(" and ", missing)));
    }
  }

  /** Files belong to one data set: under another name they would be the wrong ones. */
  void checkBlock(GridBlock block, Point defaults) {
    if (isWritten(Settings.DATASET_DIR) || ONE_VALUE.stream().anyMatch(this::isWritten)) {
      check();
    }
    ONE_VALUE.stream()
        .filter(setting -> block.values(setting, defaults).size() > 1)
        .forEach(setting -> refuse(setting, "one value, no axis"));
    Optional<Source> source =
        Source.ALL.stream().filter(each -> each.needed.stream().anyMatch(given)).findFirst();
    if (source.isPresent() && isWritten(Settings.DATASET_NAME)) {
      checkName(block, defaults, source.get());
    }
  }

  private void checkName(GridBlock block, Point defaults, Source source) {
    if (source.needed.stream().noneMatch(this::isWritten)) {
      refuse(Settings.DATASET_NAME, "written beside a %s of its own".formatted(source.section));
    } else if (block.values(Settings.DATASET_NAME, defaults).size() > 1) {
      refuse(Settings.DATASET_NAME, "one name when %s is written".formatted(source.section));
    }
  }

  private boolean isWritten(Setting<?> setting) {
    return written.containsKey(setting.blockPath());
  }

  private void refuse(Setting<?> setting, String rule) {
    ConfigValue value = written.get(setting.blockPath());
    if (value != null) {
      String key = where + setting.blockPath();
      problems.add(value.origin(), ConfigValues.mustBe(key, rule, value));
    }
  }
}

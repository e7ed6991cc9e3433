package prunesweep.driver.config;

import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import prunesweep.trainer.data.source.DatasetOrigin;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.spec.DatasetSpec;

/** The rules about the keys that say where images come from, at the top or in a block. */
final class DatasetRules {

  /** Source of images, by the keys that must all be there for it. */
  private record Source(String section, List<Key<?>> needed) {

    static final Source DIR = new Source("dataset.dir", List.of(DatasetOrigin.DIR));
    static final Source IDX =
        new Source(
            "dataset.idx",
            List.of(
                DatasetOrigin.TRAIN_IMAGES,
                DatasetOrigin.TRAIN_LABELS,
                DatasetOrigin.TEST_IMAGES,
                DatasetOrigin.TEST_LABELS));
    static final Source CSV =
        new Source(
            "dataset.csv",
            List.of(DatasetOrigin.CSV_TRAIN, DatasetOrigin.CSV_TEST, DatasetOrigin.CSV_LABEL));
    static final List<Source> ALL = List.of(DIR, IDX, CSV);
  }

  /** Keys of a user's own files that can be no axis. */
  private static final List<Key<?>> ONE_VALUE =
      Stream.of(
              Source.IDX.needed,
              Source.CSV.needed,
              List.of(DatasetOrigin.CSV_HEADER, DatasetOrigin.CLASSES))
          .<Key<?>>flatMap(List::stream)
          .toList();

  private final String where;
  private final ConfigOrigin origin;
  private final Map<String, ConfigValue> written;
  private final Predicate<Key<?>> given;
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
      Predicate<Key<?>> given,
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
      refuse(DatasetOrigin.CLASSES, "left out without dataset.idx or dataset.csv");
    }
  }

  private void checkWhole(Source source) {
    List<String> missing = source.needed.stream().filter(given.negate()).map(Key::path).toList();
    if (!missing.isEmpty()) {
      problems.add(
          origin,
          "%s%s must have %s, got none"
              .formatted(where, source.section, String.join(" and ", missing)));
    }
  }

  /** Files belong to one data set: under another name they would be the wrong ones. */
  void checkBlock(GridBlock block, Point defaults) {
    if (isWritten(DatasetOrigin.DIR) || ONE_VALUE.stream().anyMatch(this::isWritten)) {
      check();
    }
    ONE_VALUE.stream()
        .filter(key -> block.values(key, defaults).size() > 1)
        .forEach(key -> refuse(key, "one value, no axis"));
    Optional<Source> source =
        Source.ALL.stream().filter(each -> each.needed.stream().anyMatch(given)).findFirst();
    if (source.isPresent() && isWritten(DatasetSpec.NAME)) {
      checkName(block, defaults, source.get());
    }
  }

  private void checkName(GridBlock block, Point defaults, Source source) {
    if (source.needed.stream().noneMatch(this::isWritten)) {
      refuse(DatasetSpec.NAME, "written beside a %s of its own".formatted(source.section));
    } else if (block.values(DatasetSpec.NAME, defaults).size() > 1) {
      refuse(DatasetSpec.NAME, "one name when %s is written".formatted(source.section));
    }
  }

  private boolean isWritten(Key<?> key) {
    return written.containsKey(key.blockPath());
  }

  private void refuse(Key<?> key, String rule) {
    ConfigValue value = written.get(key.blockPath());
    if (value != null) {
      String name = where + key.blockPath();
      problems.add(value.origin(), ConfigValues.mustBe(name, rule, value));
    }
  }
}

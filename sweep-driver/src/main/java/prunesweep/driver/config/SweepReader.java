package prunesweep.driver.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Kind;
import prunesweep.trainer.key.UnfitValueException;
import prunesweep.trainer.machine.BlasCore;

/** Makes a sweep of a resolved config that has all defaults. */
final class SweepReader {

  /**
   * Their plan takes ten seconds and half a gigabyte; a million would take what few machines have.
   */
  private static final BigInteger MOST_TRIALS = BigInteger.valueOf(200_000);

  private static final String BLAS_CORE = "native.openblas-core";
  private static final String CHECKPOINT_EVERY = "sweep.checkpoint-every";
  private static final String STUCK_AFTER = "sweep.stuck-after";
  private final Vocabulary vocabulary = Vocabulary.current();
  private final ConfigOrigin file;
  private final Map<String, ConfigValue> written;
  private final Problems problems;

  SweepReader(ConfigObject root, Problems problems) {
    this.file = root.origin();
    this.written = new KeyWalk(keys(), Set.of(), problems).find("", root);
    this.problems = problems;
  }

  private Set<String> keys() {
    Set<String> keys =
        new TreeSet<>(
            Set.of("sweep.name", "sweep.seeds", "sweep.share-stages", "grid", "spark", BLAS_CORE));
    keys.add(CHECKPOINT_EVERY);
    keys.add(STUCK_AFTER);
    vocabulary.defaults().forEach(key -> keys.add(key.path()));
    return keys;
  }

  /**
   * The sweep, or {@link ConfigException} with every problem found until now.
   *
   * @param warnings hears one sentence for each written key that changes no trial
   */
  SweepConfig read(Consumer<String> warnings) {
    SweepKeys sweep = new SweepKeys(problems);
    String name = at("sweep.name").map(sweep::name).orElse("");
    List<Long> seeds = at("sweep.seeds").map(sweep::seeds).orElse(List.of());
    boolean sharesStages = at("sweep.share-stages").map(sweep::sharesStages).orElse(true);
    Timing timing = new Timing(time(CHECKPOINT_EVERY, sweep), time(STUCK_AFTER, sweep));
    Point defaults = defaults();
    List<GridBlock> grid = at("grid").map(value -> grid(value, defaults, seeds)).orElse(List.of());
    Map<String, String> spark =
        at("spark").map(value -> new SparkReader(problems).read(value)).orElse(Map.of());
    BlasCore core = at(BLAS_CORE).map(this::blasCore).orElse(BlasCore.AUTOMATIC);
    problems.throwIfAny();
    new IdleKeys(vocabulary, grid, defaults).among(written).forEach(warnings);
    return new SweepConfig(name, seeds, sharesStages, timing, defaults, grid, spark, core);
  }

  private Optional<Duration> time(String key, SweepKeys sweep) {
    return at(key).flatMap(value -> sweep.time(key, value));
  }

  private BlasCore blasCore(ConfigValue value) {
    try {
      return Kind.choice(BlasCore.class).read(ConfigValues.written(value));
    } catch (UnfitValueException e) {
      problems.add(value.origin(), ConfigValues.mustBe(BLAS_CORE, e.rule(), value) + e.hint());
      return BlasCore.AUTOMATIC;
    }
  }

  /**
   * Empty only where another value stands in the way of the default, which is a problem by then.
   */
  private Optional<ConfigValue> at(String key) {
    return Optional.ofNullable(written.get(key));
  }

  private Point defaults() {
    KeyReader reader = new KeyReader(problems);
    Point defaults = Point.EMPTY;
    for (Key<?> key : vocabulary.defaults()) {
      ConfigValue value = written.get(key.path());
      defaults = value == null ? defaults : readDefault(reader, key, value, defaults);
    }
    checkDataset(defaults);
    return defaults;
  }

  private <T> Point readDefault(KeyReader reader, Key<T> key, ConfigValue value, Point defaults) {
    // Keys of one path are of one kind.
    @SuppressWarnings("unchecked")
    List<Key<T>> keys = vocabulary.atPath(key.path()).stream().map(same -> (Key<T>) same).toList();
    return reader.readDefault(keys, value, defaults);
  }

  private void checkDataset(Point defaults) {
    new DatasetRules("", file, written, key -> defaults.find(key).isPresent(), problems).check();
  }

  private List<GridBlock> grid(ConfigValue value, Point defaults, List<Long> seeds) {
    List<GridBlock> grid = new GridReader(vocabulary, defaults, problems).read(value);
    BigInteger points = grid.stream().map(GridBlock::size).reduce(BigInteger.ZERO, BigInteger::add);
    BigInteger replicates = BigInteger.valueOf(seeds.size());
    BigInteger trials = points.multiply(replicates);
    if (trials.compareTo(MOST_TRIALS) > 0) {
      boolean isSeeds = replicates.compareTo(points) > 0;
      String rule =
          isSeeds
              ? "sweep.seeds must be few enough for %d trials over the grid, got %d trials"
              : "grid must be a grid of at most %d trials over all seeds, got %d";
      ConfigOrigin origin = isSeeds ? at("sweep.seeds").orElse(value).origin() : value.origin();
      problems.add(origin, rule.formatted(MOST_TRIALS, trials));
    }
    return grid;
  }
}

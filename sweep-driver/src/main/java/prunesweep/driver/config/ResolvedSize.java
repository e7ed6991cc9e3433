package prunesweep.driver.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import prunesweep.driver.config.UnresolvedText.Reference;

/**
 * Size of a config when each <code>${key}</code> is replaced, calculated beforehand and never too
 * small: ten values that each name the one before twice are a thousand times the first.
 */
final class ResolvedSize {

  /** Characters of all values together; no value of the file itself comes near. */
  static final long MOST_CHARACTERS = 4L * ConfigBudget.MOST_BYTES;

  private final TreeMap<String, Leaf> leaves = new TreeMap<>();
  private final Map<String, Extent> known = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  /**
   * A value that is no block, or one whose keys are not known before it is resolved.
   *
   * @param origin where it stands
   * @param level how many keys lead to it
   * @param parts what is written for it, one after the other, each in place of what was before
   */
  private record Leaf(ConfigOrigin origin, int level, List<UnresolvedText> parts) {}

  /**
   * Size of a value.
   *
   * @param characters at most so many
   * @param depth at most so many levels of blocks and lists
   */
  private record Extent(long characters, int depth) {

    static final Extent NONE = new Extent(0, 0);

    Extent with(Extent other) {
      return new Extent(
          Math.min(characters + other.characters, 2 * MOST_CHARACTERS),
          Math.max(depth, other.depth));
    }

    /** The same with so many levels around it. */
    Extent in(int levels) {
      return new Extent(characters, depth + levels);
    }
  }

  private ResolvedSize() {}

  static ResolvedSize of(Config config) {
    ResolvedSize size = new ResolvedSize();
    size.collect(List.of(), config.root());
    return size;
  }

  /** The keys of values with substitutions, and where each stands. */
  Map<String, ConfigOrigin> substituting() {
    Map<String, ConfigOrigin> origins = new LinkedHashMap<>();
    leaves.forEach(
        (path, leaf) -> {
          if (leaf.parts.stream().anyMatch(part -> !part.references().isEmpty())) {
            origins.put(path, leaf.origin);
          }
        });
    return origins;
  }

  private void collect(List<String> path, ConfigValue value) {
    Optional<ConfigObject> object = readable(value);
    if (object.isEmpty()) {
      String text = value.render(ConfigRenderOptions.concise());
      leaves.put(
          ConfigUtil.joinPath(path),
          new Leaf(value.origin(), path.size(), UnresolvedText.parts(text)));
    } else {
      object
          .get()
          .forEach(
              (key, inner) -> {
                List<String> longer = new ArrayList<>(path);
                longer.add(key);
                collect(longer, inner);
              });
    }
  }

  /** The value as an object with keys that are known already. */
  private static Optional<ConfigObject> readable(ConfigValue value) {
    try {
      return value instanceof ConfigObject object && !object.isEmpty()
          ? Optional.of(object)
          : Optional.empty();
    } catch (ConfigException.NotResolved e) {
      return Optional.empty();
    }
  }

  /** Makes a problem of what would be too large or too deep, and throws it. */
  void requireBounded(Problems problems) {
    Extent all = Extent.NONE;
    for (Map.Entry<String, Leaf> leaf : leaves.entrySet()) {
      all = all.with(extent(leaf.getKey()).in(leaf.getValue().level));
      if (all.depth > ConfigBudget.MOST_DEPTH || all.characters > MOST_CHARACTERS) {
        String rule =
            all.characters > MOST_CHARACTERS
                ? "at most %d characters long with all values before it".formatted(MOST_CHARACTERS)
                : "nested at most %d deep".formatted(ConfigBudget.MOST_DEPTH);
        problems.add(
            leaf.getValue().origin,
            "%s must be %s when each ${...} is replaced, got more"
                .formatted(ConfigValues.cut(leaf.getKey()), rule));
        throw problems.toException();
      }
    }
  }

  private Extent extent(String path) {
    Extent before = known.get(path);
    if (before != null || !open.add(path)) {
      // What leads back to itself is refused later, whatever its size.
      return before == null ? Extent.NONE : before;
    }
    Leaf leaf = leaves.get(path);
    Extent extent = leaf == null ? Extent.NONE : extent(path, leaf);
    open.remove(path);
    known.put(path, extent);
    return extent;
  }

  private Extent extent(String path, Leaf leaf) {
    Extent sum = Extent.NONE;
    for (UnresolvedText part : leaf.parts) {
      boolean takesBefore = false;
      Extent next = new Extent(part.length(), part.depth());
      for (Reference reference : part.references()) {
        boolean isSelf = isSelf(path, reference.name());
        Extent named = isSelf ? sum : below(reference.name());
        next = next.with(named.in(reference.depth()));
        takesBefore |= isSelf;
      }
      sum = takesBefore ? next : sum.with(next);
    }
    return sum;
  }

  private static boolean isSelf(String path, String name) {
    return isIn(path, name) || isIn(name, path);
  }

  private static boolean isIn(String section, String path) {
    return path.equals(section) || path.startsWith(section + ".");
  }

  /** What a name stands for: its keys, or a part of a value whose keys are not known. */
  private Extent below(String name) {
    int level = ConfigUtil.splitPath(name).size();
    Extent sum = Extent.NONE;
    for (String path : named(name)) {
      sum = sum.with(extent(path).in(Math.max(0, level(path) - level)));
    }
    return sum;
  }

  private int level(String path) {
    return Objects.requireNonNull(leaves.get(path)).level;
  }

  private Collection<String> named(String name) {
    List<String> keys = ConfigUtil.splitPath(name);
    for (int length = keys.size(); length > 0; length--) {
      String above = ConfigUtil.joinPath(keys.subList(0, length));
      if (leaves.containsKey(above)) {
        return List.of(above);
      }
    }
    // A slash is the character after the dot: between them is what starts with the section.
    return List.copyOf(leaves.subMap(name + ".", name + "/").keySet());
  }
}

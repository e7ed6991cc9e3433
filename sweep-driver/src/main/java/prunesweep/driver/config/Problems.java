package prunesweep.driver.config;

import com.typesafe.config.ConfigOrigin;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The problems found so far, each with the place it stands at. */
final class Problems {

  private static final Pattern LINE = Pattern.compile("(.*): (\\d+)(-\\d+)?", Pattern.DOTALL);

  private final Path file;
  private final Set<String> sentences = new LinkedHashSet<>();

  Problems(Path file) {
    this.file = file;
  }

  /** A problem of the file as a whole. */
  void add(String problem) {
    addAt(file.toString(), problem);
  }

  /** A problem of a value; silent about a stand-in, whose own problem is already known. */
  void add(ConfigOrigin origin, String problem) {
    if (!Substitutions.isStandIn(origin)) {
      addAt(place(origin.description()), problem);
    }
  }

  void addAt(String place, String problem) {
    sentences.add("Cannot read %s: %s".formatted(place, problem));
  }

  private String place(String description) {
    if (description.startsWith("merge of ")) {
      return file.toString();
    }
    Matcher line = LINE.matcher(description);
    if (!line.matches()) {
      return description;
    }
    return Overrides.isPlace(line.group(1))
        ? line.group(1)
        : "%s, line %s".formatted(line.group(1), line.group(2));
  }

  void throwIfAny() {
    if (!sentences.isEmpty()) {
      throw toException();
    }
  }

  ConfigException toException() {
    return new ConfigException(List.copyOf(sentences));
  }
}

package prunesweep.driver.config;

import com.typesafe.config.ConfigOrigin;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.Strings;

/** The problems found so far, each with the place it stands at. */
final class Problems {

  private static final Pattern LINE = Pattern.compile("(.*): (\\d+)(-\\d+)?", Pattern.DOTALL);
  private static final int LONGEST_COMPLAINT = 200;

  private final Path file;
  private final Set<String> sentences = new LinkedHashSet<>();
  private int further;

  Problems(Path file) {
    this.file = file;
  }

  /** A problem of the file as a whole. */
  void add(String problem) {
    addAt(file.toString(), problem);
  }

  /** A problem of a value; silent about a stand-in, whose own problem is already known. */
  void add(ConfigOrigin origin, String problem) {
    add(origin, () -> problem);
  }

  /** The same for a sentence that takes time to make: it is only made if it will be shown. */
  void add(ConfigOrigin origin, Supplier<String> problem) {
    if (Substitutions.isStandIn(origin)) {
      return;
    }
    if (sentences.size() < ConfigException.MOST_SHOWN) {
      addAt(place(origin.description()), problem.get());
    } else {
      further++;
    }
  }

  /** What the library says of a text that is no HOCON, or whose values cannot be joined. */
  void addInvalid(com.typesafe.config.ConfigException failure) {
    ConfigOrigin origin = failure.origin();
    boolean isKnown = origin != null && !HoconFile.isReference(origin);
    addInvalid(isKnown ? place(origin.description()) : file.toString(), failure);
  }

  /** The same where the library does not know the place. */
  void addInvalid(String place, com.typesafe.config.ConfigException failure) {
    addAt(place, "it must be valid HOCON: " + complaint(failure));
  }

  void addAt(String place, String problem) {
    sentences.add("Cannot read %s: %s".formatted(place, problem));
  }

  /** The library's message without the place before it and the advice after it. */
  private static String complaint(com.typesafe.config.ConfigException failure) {
    String message = StringUtils.normalizeSpace(failure.getMessage());
    if (message.contains("Cannot concatenate object or list")) {
      return "a list, a block and a text cannot be joined to one value";
    }
    ConfigOrigin origin = failure.origin();
    String complaint =
        origin == null ? message : Strings.CS.removeStart(message, origin.description() + ": ");
    String first =
        StringUtils.substringBefore(
            StringUtils.substringBefore(complaint, " (if you "), ", you probably have a cycle");
    // What the library calls so is the end of an object.
    return StringUtils.abbreviateMiddle(
        first.replace("close parentheses ')'", "close brace '}'"), "...", LONGEST_COMPLAINT);
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
    return new ConfigException(sentences, further);
  }
}

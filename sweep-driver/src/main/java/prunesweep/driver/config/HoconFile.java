package prunesweep.driver.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.Strings;

/** Reads one HOCON file and what it includes; whatever is wrong with it ends the reading. */
final class HoconFile {

  private static final String REFERENCE = "prunesweep-reference.conf";

  private final Path file;
  private final Problems problems;

  HoconFile(Path file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** All defaults. */
  static Config reference() {
    return ConfigFactory.parseResources(
        HoconFile.class, "/" + REFERENCE, options().setOriginDescription(REFERENCE));
  }

  /** The parsed file, substitutions not yet resolved. */
  Config read() {
    checkThatItIsAFile();
    try {
      return ConfigFactory.parseFile(
          file.toFile(), options().prependIncluder(StrictIncluder.create()));
    } catch (StrictIncluder.MissingInclude e) {
      problems.add("the include \"%s\" must name a file that is there".formatted(e.getMessage()));
    } catch (ConfigException.Parse e) {
      problems.add(e.origin(), "it must be valid HOCON: " + complaint(e));
    } catch (ConfigException.IO e) {
      problems.add("it must be a readable file, got " + StringUtils.normalizeSpace(e.getMessage()));
    }
    throw problems.toException();
  }

  private static ConfigParseOptions options() {
    return ConfigParseOptions.defaults().setAllowMissing(false).setSyntax(ConfigSyntax.CONF);
  }

  private void checkThatItIsAFile() {
    if (Files.isDirectory(file)) {
      problems.add("it must be a file, got a directory");
    } else if (!Files.exists(file)) {
      problems.add("it must be a file, got nothing of that name");
    } else if (!Files.isReadable(file)) {
      problems.add("it must be readable, got a file without that permission");
    } else {
      return;
    }
    throw problems.toException();
  }

  /** The library's message without the place before it and the advice after it. */
  private static String complaint(ConfigException.Parse failure) {
    String message = StringUtils.normalizeSpace(failure.getMessage());
    String complaint = Strings.CS.removeStart(message, failure.origin().description() + ": ");
    return StringUtils.substringBefore(complaint, " (if you ")
        // What the library calls so is the end of an object.
        .replace("close parentheses ')'", "close brace '}'");
  }
}

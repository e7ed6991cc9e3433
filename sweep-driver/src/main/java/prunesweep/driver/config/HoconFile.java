package prunesweep.driver.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.lang3.StringUtils;

/** Reads one HOCON file and what it includes; whatever is wrong with it ends the reading. */
final class HoconFile {

  private static final String REFERENCE = "prunesweep-reference.conf";

  private final Path file;
  private final ConfigBudget budget;
  private final Problems problems;

  HoconFile(Path file, ConfigBudget budget, Problems problems) {
    this.file = file;
    this.budget = budget;
    this.problems = problems;
  }

  /** All defaults. */
  static Config reference() {
    return ConfigFactory.parseResources(
        HoconFile.class,
        "/" + REFERENCE,
        options(ConfigSyntax.CONF).setOriginDescription(REFERENCE));
  }

  /** Whether a value is a default, which no user wrote. */
  static boolean isReference(ConfigOrigin origin) {
    return origin.description().startsWith(REFERENCE + ":");
  }

  /** The parsed file, substitutions not yet resolved. */
  Config read() {
    checkThatItIsAFile();
    try {
      return read(ConfigSyntax.CONF).toConfig();
    } catch (ConfigException e) {
      problems.addInvalid(e);
    } catch (CharacterCodingException e) {
      problems.add("its text must be UTF-8, got other bytes");
    } catch (IOException e) {
      problems.add("it must be a readable file, got " + StringUtils.normalizeSpace(e.getMessage()));
    }
    throw problems.toException();
  }

  /** The parsed content in {@code syntax}. */
  ConfigObject read(ConfigSyntax syntax) throws IOException {
    ConfigParseOptions options =
        options(syntax)
            .setOriginDescription(file.toString())
            .setIncluder(StrictIncluder.besides(file, budget, problems));
    budget.enter(file);
    ConfigObject content = ConfigFactory.parseString(text(), options).root();
    budget.leave();
    return content;
  }

  private String text() throws IOException {
    byte[] bytes;
    try (InputStream stream = Files.newInputStream(file)) {
      bytes = stream.readNBytes(budget.bytesLeft() + 1);
    }
    if (bytes.length > budget.bytesLeft()) {
      throw budget.tooLong(file.toString());
    }
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    if (text.indexOf('\0') >= 0) {
      problems.addAt(file.toString(), "its text must be UTF-8, got a NUL character");
      throw problems.toException();
    }
    budget.take(text, bytes.length, file.toString());
    return text;
  }

  private static ConfigParseOptions options(ConfigSyntax syntax) {
    return ConfigParseOptions.defaults().setAllowMissing(false).setSyntax(syntax);
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
}

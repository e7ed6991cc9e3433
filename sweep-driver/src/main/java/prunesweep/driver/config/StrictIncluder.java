package prunesweep.driver.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigSyntax;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.FilenameUtils;
import org.apache.commons.lang3.Strings;

/**
 * Finds what a config includes as HOCON does: beside the including file, else on the class path.
 * Unlike HOCON it refuses what is not there, and addresses: a config is part of its trials, and
 * what a server gives may be something else tomorrow.
 */
final class StrictIncluder
    implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderClasspath, ConfigIncluderURL {

  private static final Map<String, ConfigSyntax> SYNTAXES =
      Map.of(
          "conf", ConfigSyntax.CONF,
          "json", ConfigSyntax.JSON,
          "properties", ConfigSyntax.PROPERTIES);

  private final Path folder;
  private final String place;
  private final ConfigBudget budget;
  private final Problems problems;

  private StrictIncluder(Path folder, String place, ConfigBudget budget, Problems problems) {
    this.folder = folder;
    this.place = place;
    this.budget = budget;
    this.problems = problems;
  }

  /** An includer for {@code file}, which may be named without a folder. */
  static StrictIncluder besides(Path file, ConfigBudget budget, Problems problems) {
    Path folder = Optional.ofNullable(file.getParent()).orElseGet(() -> Path.of(""));
    return new StrictIncluder(folder, file.toString(), budget, problems);
  }

  /** An includer for an override, which is in no folder but that of the process. */
  static StrictIncluder at(String place, ConfigBudget budget, Problems problems) {
    return new StrictIncluder(Path.of(""), place, budget, problems);
  }

  @Override
  public ConfigIncluder withFallback(ConfigIncluder fallback) {
    return this;
  }

  @Override
  public ConfigObject include(ConfigIncludeContext context, String what) {
    if (isAddress(what)) {
      throw refused(what, "name a file, no address");
    }
    List<Path> files = files(folder, what);
    return files.isEmpty() ? includeResources(context, what) : merged(what, files);
  }

  @Override
  public ConfigObject includeFile(ConfigIncludeContext context, File what) {
    List<Path> files = files(Path.of(""), what.getPath());
    if (files.isEmpty()) {
      throw missing(what.getPath());
    }
    return merged(what.getPath(), files);
  }

  @Override
  public ConfigObject includeResources(ConfigIncludeContext context, String what) {
    try {
      return ConfigFactory.parseResourcesAnySyntax(
              Strings.CS.removeStart(what, "/"), context.parseOptions().setAllowMissing(false))
          .root();
    } catch (ConfigException.IO e) {
      throw missing(what);
    }
  }

  @Override
  public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
    throw refused(what.toString(), "name a file, no address");
  }

  private static boolean isAddress(String what) {
    try {
      new URL(what);
      return true;
    } catch (MalformedURLException e) {
      return false;
    }
  }

  /** The files of that name; one without an extension may stand for a file of each syntax. */
  private static List<Path> files(Path folder, String name) {
    Stream<String> names =
        SYNTAXES.containsKey(FilenameUtils.getExtension(name))
            ? Stream.of(name)
            : Stream.of("conf", "json", "properties").map(extension -> name + "." + extension);
    try {
      return names.map(folder::resolve).filter(Files::isRegularFile).toList();
    } catch (InvalidPathException e) {
      return List.of();
    }
  }

  private ConfigObject merged(String what, List<Path> files) {
    ConfigObject merged = ConfigFactory.empty().root();
    for (Path file : files) {
      merged = merged.withFallback(read(what, file));
    }
    return merged;
  }

  private ConfigObject read(String what, Path file) {
    ConfigSyntax syntax =
        Objects.requireNonNull(SYNTAXES.get(FilenameUtils.getExtension(file.toString())));
    try {
      return new HoconFile(file, budget, problems).read(syntax);
    } catch (IOException e) {
      throw refused(what, "name a file of UTF-8 text that can be read");
    }
  }

  private prunesweep.driver.config.ConfigException missing(String what) {
    return refused(what, "name a file that is there");
  }

  private prunesweep.driver.config.ConfigException refused(String what, String rule) {
    problems.addAt(place, "the include \"%s\" must %s".formatted(ConfigValues.cut(what), rule));
    return problems.toException();
  }
}

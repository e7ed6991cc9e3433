package prunesweep.driver.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import java.io.File;
import java.net.URL;
import java.util.function.Supplier;

/** Refuses an include that is not there, which HOCON itself passes over in silence. */
final class StrictIncluder
    implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderClasspath, ConfigIncluderURL {

  /** An include that cannot be read; the message is its name. */
  static final class MissingInclude extends RuntimeException {
    MissingInclude(String name, Throwable cause) {
      super(name, cause);
    }
  }

  private final ConfigIncluder library;

  private StrictIncluder(ConfigIncluder library) {
    this.library = library;
  }

  /** An includer that waits for the library to offer its own as the fallback. */
  static ConfigIncluder create() {
    return new ConfigIncluder() {
      @Override
      public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return new StrictIncluder(fallback);
      }

      @Override
      public ConfigObject include(ConfigIncludeContext context, String what) {
        throw new IllegalStateException("The library offers its own includer before it includes");
      }
    };
  }

  @Override
  public ConfigIncluder withFallback(ConfigIncluder fallback) {
    return this;
  }

  @Override
  public ConfigObject include(ConfigIncludeContext context, String what) {
    return present(what, () -> library.include(strict(context), what));
  }

  @Override
  public ConfigObject includeFile(ConfigIncludeContext context, File what) {
    ConfigIncluderFile files = (ConfigIncluderFile) library;
    return present(what.getPath(), () -> files.includeFile(strict(context), what));
  }

  @Override
  public ConfigObject includeResources(ConfigIncludeContext context, String what) {
    ConfigIncluderClasspath resources = (ConfigIncluderClasspath) library;
    return present(what, () -> resources.includeResources(strict(context), what));
  }

  @Override
  public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
    ConfigIncluderURL addresses = (ConfigIncluderURL) library;
    return present(what.toString(), () -> addresses.includeURL(strict(context), what));
  }

  private static ConfigIncludeContext strict(ConfigIncludeContext context) {
    return context.setParseOptions(context.parseOptions().setAllowMissing(false));
  }

  private static ConfigObject present(String name, Supplier<ConfigObject> read) {
    try {
      return read.get();
    } catch (ConfigException.IO e) {
      throw new MissingInclude(name, e);
    }
  }
}

package prunesweep.trainer.key;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Places of files by what users write: a path of this machine, a {@code file:} URI, or the URI of
 * another file system, for which a {@link Provider} must be there.
 */
public final class Places {

  /**
   * Provider of paths on other file systems, named in {@code
   * META-INF/services/prunesweep.trainer.key.Places$Provider}; there is one at most.
   */
  public interface Provider {

    /**
     * The path that {@code uri} names; nobody looks whether something is there.
     *
     * @throws UnfitValueException if no file system of its scheme can be had
     */
    Path path(String uri);
  }

  /** At least two letters: one is a drive of Windows. */
  private static final Pattern URI_START = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):/.*");

  private static final Services<Provider, List<Provider>> PROVIDERS =
      new Services<>(Provider.class, List::copyOf, IllegalStateException::new);

  private Places() {}

  /**
   * The path that {@code text} names.
   *
   * @throws UnfitValueException if it is a URI of no file system that is here
   * @throws java.nio.file.InvalidPathException if it is no path either
   */
  public static Path of(String text) {
    Matcher start = URI_START.matcher(text);
    if (!start.matches()) {
      return Path.of(text);
    }
    if (start.group(1).equalsIgnoreCase("file")) {
      return ofThisMachine(text);
    }
    return PROVIDERS.get().stream()
        .findFirst()
        .orElseThrow(() -> new UnfitValueException("a path of this machine"))
        .path(text);
  }

  private static Path ofThisMachine(String text) {
    try {
      return Path.of(new URI(text));
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new UnfitValueException("a URI as in file:///a/b, without a host");
    }
  }
}

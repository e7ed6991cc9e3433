package prunesweep.trainer.spec;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * Which images a trial learns from.
 *
 * @param name the name of the data set, e.g. {@code fashion-mnist}
 * @param content SHA-256 of the contents in hexadecimal when they are not the published ones, else
 *     empty: other contents make another trial
 * @param normalisation what is made of the numbers
 */
public record DatasetSpec(String name, String content, Normalisation normalisation)
    implements Serializable {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");
  private static final Pattern CONTENT = Pattern.compile("|[0-9a-f]{64}");

  public DatasetSpec {
    if (!NAME.matcher(name).matches()) {
      throw new InvalidSpecException("name", "lower-case letters, digits and hyphens", name);
    }
    if (!CONTENT.matcher(content).matches()) {
      throw new InvalidSpecException("content", "64 hexadecimal digits or nothing", content);
    }
  }

  /** Pixels, divided by 255. */
  public DatasetSpec(String name, String content) {
    this(name, content, Normalisation.BYTE);
  }

  /** The data set {@code name} as its publisher made it. */
  public static DatasetSpec published(String name) {
    return new DatasetSpec(name, "");
  }

  void describe(CanonicalText text) {
    text.put("dataset.name", name);
    if (!content.isEmpty()) {
      text.put("dataset.content", content);
    }
    if (normalisation != Normalisation.BYTE) {
      text.put("dataset.normalisation", normalisation.label());
    }
  }
}

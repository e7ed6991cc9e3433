package prunesweep.trainer.spec;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import prunesweep.trainer.key.Kind;
import prunesweep.trainer.key.Rule;

/**
 * A hidden layer of channels: each slides its square kernel over all maps below it, one place at a
 * time, by ReLU; then each map is pooled by the maximum of squares that do not overlap.
 *
 * @param channels maps it makes, from 1
 * @param kernel side of the kernel, from 1
 * @param padding rows and columns of zeros around each map below, from 0 and less than the kernel
 * @param pooling side of the pooled squares; 1 for no pooling; what is left over at the right and
 *     at the bottom is dropped
 */
public record ConvolutionSpec(int channels, int kernel, int padding, int pooling)
    implements Serializable {

  /** Stands between channels and kernel in a label. */
  static final String CHANNELS_OF = "c";

  private static final Pattern LABEL =
      Pattern.compile("(\\d{1,9})c(\\d{1,9})(?:p(\\d{1,9}))?(?:m(\\d{1,9}))?");
  private static final Rule<Integer> CHANNELS = Rule.between(1, 4096);
  private static final Rule<Integer> SIDE = Rule.between(1, 255);

  /** Lists of convolutions, as blocks of their four numbers. */
  static final Kind<List<ConvolutionSpec>> LIST = new ConvolutionKind();

  public ConvolutionSpec {
    CHANNELS.require("channels", channels);
    SIDE.require("kernel", kernel);
    Rule.between(0, kernel - 1).require("padding", padding);
    SIDE.require("pooling", pooling);
  }

  /**
   * The description as one word, e.g. {@code 6c5p2m2}: channels, kernel, padding and pooling by the
   * maximum.
   */
  public String label() {
    return channels + CHANNELS_OF + kernel + part("p", padding, 0) + part("m", pooling, 1);
  }

  /**
   * The layer whose {@link #label} is {@code label}.
   *
   * @throws IllegalArgumentException if it is none's
   */
  static ConvolutionSpec ofLabel(String label) {
    Matcher parts = LABEL.matcher(label);
    if (!parts.matches()) {
      throw new IllegalArgumentException("No layer of channels is written " + label);
    }
    return new ConvolutionSpec(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(Objects.requireNonNullElse(parts.group(3), "0")),
        Integer.parseInt(Objects.requireNonNullElse(parts.group(4), "1")));
  }

  private static String part(String letter, int value, int without) {
    return value == without ? "" : letter + value;
  }
}

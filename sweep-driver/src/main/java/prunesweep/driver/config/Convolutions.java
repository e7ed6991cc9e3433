package prunesweep.driver.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import prunesweep.trainer.spec.ConvolutionSpec;
import prunesweep.trainer.spec.InvalidSpecException;

/** How a list of convolutions is read and written: a block of four whole numbers each. */
final class Convolutions {

  private static final String CHANNELS = "channels";
  private static final String KERNEL = "kernel";
  private static final String PADDING = "padding";
  private static final String POOLING = "pooling";
  private static final Set<String> KEYS = Set.of(CHANNELS, KERNEL, PADDING, POOLING);
  private static final String RULE =
      "a list of blocks { channels, kernel, padding, pooling }, each with these four";

  private Convolutions() {}

  static List<ConvolutionSpec> read(ConfigValue value) {
    if (!(value instanceof ConfigList list)) {
      throw new UnfitValueException(RULE);
    }
    return list.stream().map(Convolutions::readOne).toList();
  }

  private static ConvolutionSpec readOne(ConfigValue value) {
    if (!(value instanceof ConfigObject block) || !block.keySet().equals(KEYS)) {
      throw new UnfitValueException(RULE);
    }
    try {
      return new ConvolutionSpec(
          number(block, CHANNELS),
          number(block, KERNEL),
          number(block, PADDING),
          number(block, POOLING));
    } catch (InvalidSpecException e) {
      throw new UnfitValueException("a list in which each %s is %s".formatted(e.key(), e.rule()));
    }
  }

  private static int number(ConfigObject block, String key) {
    ConfigValue value = block.toConfig().getValue(key);
    try {
      return ValueKind.WHOLE_NUMBER.reader().apply(value);
    } catch (UnfitValueException e) {
      throw new UnfitValueException("a list in which each %s is a whole number".formatted(key));
    }
  }

  static List<Map<String, Integer>> plain(List<ConvolutionSpec> convolutions) {
    return convolutions.stream().map(Convolutions::plain).toList();
  }

  private static Map<String, Integer> plain(ConvolutionSpec convolution) {
    return Map.of(
        CHANNELS, convolution.channels(),
        KERNEL, convolution.kernel(),
        PADDING, convolution.padding(),
        POOLING, convolution.pooling());
  }
}

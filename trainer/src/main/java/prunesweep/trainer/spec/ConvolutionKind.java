package prunesweep.trainer.spec;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.key.Kind;
import prunesweep.trainer.key.UnfitValueException;
import prunesweep.trainer.key.Written;

/** Lists of convolutions: a block of four whole numbers each. */
final class ConvolutionKind implements Kind<List<ConvolutionSpec>> {

  private static final String CHANNELS = "channels";
  private static final String KERNEL = "kernel";
  private static final String PADDING = "padding";
  private static final String POOLING = "pooling";
  private static final Set<String> KEYS = Set.of(CHANNELS, KERNEL, PADDING, POOLING);
  private static final String RULE =
      "a list of blocks { channels, kernel, padding, pooling }, each with these four";

  @Override
  public List<ConvolutionSpec> read(Written written) {
    return written.values(RULE).stream().map(ConvolutionKind::readOne).toList();
  }

  private static ConvolutionSpec readOne(Written written) {
    if (!(written instanceof Written.Block block) || !block.values().keySet().equals(KEYS)) {
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

  private static int number(Written.Block block, String key) {
    try {
      return WHOLE_NUMBER.read(block.values().getOrDefault(key, new Written.Nothing()));
    } catch (UnfitValueException e) {
      throw new UnfitValueException("a list in which each %s is a whole number".formatted(key));
    }
  }

  @Override
  public String rule() {
    return RULE;
  }

  @Override
  public Object plain(List<ConvolutionSpec> value) {
    return value.stream().map(ConvolutionKind::plainOne).toList();
  }

  private static Map<String, Integer> plainOne(ConvolutionSpec convolution) {
    return Map.of(
        CHANNELS, convolution.channels(),
        KERNEL, convolution.kernel(),
        PADDING, convolution.padding(),
        POOLING, convolution.pooling());
  }

  @Override
  public String text(List<ConvolutionSpec> value) {
    return value.stream().map(ConvolutionSpec::label).collect(Collectors.joining(","));
  }

  @Override
  public Class<?> cellType() {
    return String.class;
  }

  @Override
  public Object cell(List<ConvolutionSpec> value) {
    return text(value);
  }

  @Override
  public boolean isList() {
    return true;
  }
}

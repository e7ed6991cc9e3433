package prunesweep.driver.config;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import prunesweep.trainer.key.Key;

/**
 * One block of the grid: the product of its axes.
 *
 * @param axes the keys written in the block, in the order of {@link Vocabulary#ofBlocks()}
 */
public record GridBlock(List<Axis<?>> axes) {
  public GridBlock {
    axes = List.copyOf(axes);
  }

  /** Number of points. */
  public BigInteger size() {
    return axes.stream()
        .map(axis -> BigInteger.valueOf(axis.values().size()))
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }

  /** The points: {@code defaults} with one value of each axis, the last axis varying fastest. */
  public Stream<Point> points(Point defaults) {
    Stream<Point> points = Stream.of(defaults);
    for (Axis<?> axis : axes) {
      points = points.flatMap(axis::spread);
    }
    return points;
  }

  /** Whether {@code key} is written here. */
  boolean writes(Key<?> key) {
    return axes.stream().anyMatch(axis -> axis.key().blockPath().equals(key.blockPath()));
  }

  /** Every value that {@code key} takes here: the written ones, else the default, else none. */
  List<?> values(Key<?> key, Point defaults) {
    return axes.stream()
        .filter(axis -> axis.key().blockPath().equals(key.blockPath()))
        .<List<?>>map(Axis::values)
        .findFirst()
        .orElseGet(() -> defaults.find(key).stream().toList());
  }
}

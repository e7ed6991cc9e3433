package prunesweep.driver.cli;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.Locale;
import javax.imageio.ImageIO;
import prunesweep.trainer.result.HeatMapResult;

/**
 * Draws a heat map: a pixel a weight, a row an input, a column a unit. Of the first layer of square
 * images each unit has an image of its own instead, under a title, with its weights where the
 * pixels are that they take.
 */
final class HeatMapPicture {

  /** Pixels of the picture a side of a weight, where each unit has an image. */
  private static final int SCALE = 2;

  private static final int GAP = 3;
  private static final int LEAST_SIDE = 4;

  private final HeatMapResult map;
  private final BitSet nonzero;

  private HeatMapPicture(HeatMapResult map) {
    this.map = map;
    this.nonzero = BitSet.valueOf(map.pattern());
  }

  /** Writes {@code map} as a PNG into a new {@code file}. */
  static void write(HeatMapResult map, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      if (!ImageIO.write(new HeatMapPicture(map).image(), "png", out)) {
        throw new IllegalStateException("Every Java platform writes PNG");
      }
    }
  }

  private BufferedImage image() {
    int side = (int) Math.round(Math.sqrt(map.inputs()));
    boolean isOfImages = map.layer() == 1 && side >= LEAST_SIDE && side * side == map.inputs();
    return isOfImages ? images(side) : matrix();
  }

  private BufferedImage matrix() {
    BufferedImage image =
        new BufferedImage(map.units(), map.inputs(), BufferedImage.TYPE_BYTE_BINARY);
    for (int input = 0; input < map.inputs(); input++) {
      for (int unit = 0; unit < map.units(); unit++) {
        image.setRGB(unit, input, color(input, unit).getRGB());
      }
    }
    return image;
  }

  private Color color(int input, int unit) {
    return nonzero.get(input * map.units() + unit) ? Color.BLACK : Color.WHITE;
  }

  /** The units from left to right, line by line, in a picture about as wide as it is high. */
  private BufferedImage images(int side) {
    int columns = (int) Math.ceil(Math.sqrt(map.units()));
    int lines = (map.units() + columns - 1) / columns;
    int step = side * SCALE + GAP;
    String title = title(side);
    int width = Math.max(columns * step + GAP, SmallLetters.width(title, SCALE) + 2 * GAP);
    int top = SmallLetters.height(SCALE) + 2 * GAP;
    BufferedImage image =
        new BufferedImage(width, top + lines * step, BufferedImage.TYPE_BYTE_GRAY);
    fill(image);
    SmallLetters.draw(title, image, GAP, SCALE);
    for (int unit = 0; unit < map.units(); unit++) {
      drawUnit(image, unit, side, GAP + unit % columns * step, top + unit / columns * step);
    }
    return image;
  }

  private String title(int side) {
    return String.format(
        Locale.ROOT,
        "layer %d %s, %d units, %d x %d inputs each, %.1f %% not zero",
        map.layer(),
        map.stage(),
        map.units(),
        side,
        side,
        100.0 * nonzero.cardinality() / map.inputs() / map.units());
  }

  private static void fill(BufferedImage image) {
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        image.setRGB(x, y, Color.LIGHT_GRAY.getRGB());
      }
    }
  }

  private void drawUnit(BufferedImage image, int unit, int side, int left, int top) {
    for (int x = 0; x < side * SCALE; x++) {
      for (int y = 0; y < side * SCALE; y++) {
        int input = y / SCALE * side + x / SCALE;
        image.setRGB(left + x, top + y, color(input, unit).getRGB());
      }
    }
  }
}

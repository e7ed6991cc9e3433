package prunesweep.driver.cli;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import javax.imageio.ImageIO;
import prunesweep.trainer.result.HeatMapResult;

/** Draws a heat map: a pixel a weight, a row an input, a column a unit. */
final class HeatMapPicture {

  private HeatMapPicture() {}

  /** Writes {@code map} as a PNG into a new {@code file}. */
  static void write(HeatMapResult map, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      if (!ImageIO.write(image(map), "png", out)) {
        throw new IllegalStateException("Every Java platform writes PNG");
      }
    }
  }

  private static BufferedImage image(HeatMapResult map) {
    BufferedImage image =
        new BufferedImage(map.units(), map.inputs(), BufferedImage.TYPE_BYTE_BINARY);
    BitSet nonzero = BitSet.valueOf(map.pattern());
    for (int input = 0; input < map.inputs(); input++) {
      for (int unit = 0; unit < map.units(); unit++) {
        boolean isNonzero = nonzero.get(input * map.units() + unit);
        image.setRGB(unit, input, (isNonzero ? Color.BLACK : Color.WHITE).getRGB());
      }
    }
    return image;
  }
}

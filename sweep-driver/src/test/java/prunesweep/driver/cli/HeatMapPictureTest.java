package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.trainer.result.HeatMapResult;

class HeatMapPictureTest {

  private static final int TITLE = 2 * 5 + 2 * 3;

  @TempDir Path directory;

  /** Three units of 4 x 4 pixels: the first has none, the second one weight, the third all. */
  @Test
  void ofTheFirstLayerEachUnitIsAnImage() throws IOException {
    BitSet nonzero = new BitSet();
    nonzero.set(6 * 3 + 1); // pixel (2, 1) of unit 1
    for (int input = 0; input < 16; input++) {
      nonzero.set(input * 3 + 2);
    }
    BufferedImage image = drawn(new HeatMapResult("pruned", 1, 16, 3, nonzero.toByteArray()));

    int step = 4 * 2 + 3;
    assertThat(image.getHeight()).isEqualTo(TITLE + 2 * step);
    assertThat(dark(image, 3, TITLE)).isZero();
    assertThat(dark(image, 3 + step, TITLE)).isEqualTo(4);
    assertThat(image.getRGB(3 + step + 2 * 2, TITLE + 2)).isEqualTo(Color.BLACK.getRGB());
    assertThat(dark(image, 3, TITLE + step)).isEqualTo(64);
    assertThat(darkTitle(image)).isGreaterThan(100);
  }

  /** A layer further up takes no image, whatever its number of inputs. */
  @Test
  void ofOtherLayersItIsAMatrix() throws IOException {
    BufferedImage image = drawn(new HeatMapResult("pruned", 2, 16, 3, new byte[6]));
    assertThat(image.getWidth()).isEqualTo(3);
    assertThat(image.getHeight()).isEqualTo(16);
  }

  private BufferedImage drawn(HeatMapResult map) throws IOException {
    Path file = directory.resolve("map.png");
    HeatMapPicture.write(map, file);
    return ImageIO.read(file.toFile());
  }

  private static int dark(BufferedImage image, int left, int top) {
    int dark = 0;
    for (int place = 0; place < 64; place++) {
      int rgb = image.getRGB(left + place % 8, top + place / 8);
      dark += rgb == Color.BLACK.getRGB() ? 1 : 0;
    }
    return dark;
  }

  private static int darkTitle(BufferedImage image) {
    int dark = 0;
    for (int place = 0; place < image.getWidth() * TITLE; place++) {
      int rgb = image.getRGB(place % image.getWidth(), place / image.getWidth());
      dark += rgb == Color.BLACK.getRGB() ? 1 : 0;
    }
    return dark;
  }
}

package prunesweep.trainer.training.vector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import prunesweep.trainer.data.ByteFeatures;

/** Every byte there is, against division one by one. */
class PixelFloatsTest {

  private static final int TO = 3;

  @Test
  void everyByteIsDividedBy255() {
    byte[] pixels = new byte[256];
    for (int pixel = 0; pixel < 256; pixel++) {
      pixels[pixel] = (byte) pixel;
    }
    float[] floats = new float[TO + 256];
    PixelFloats.write(pixels, 256, floats, TO);

    for (int pixel = 0; pixel < 256; pixel++) {
      assertThat(floats[TO + pixel]).isEqualTo(pixel / 255f).isEqualTo(ByteFeatures.scaled(pixel));
    }
    assertThat(floats).startsWith(0, 0, 0);
  }
}

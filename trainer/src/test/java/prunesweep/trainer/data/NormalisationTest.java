package prunesweep.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prunesweep.trainer.spec.Normalisation;

/** Every formula by hand, with numbers of the training part alone. */
class NormalisationTest {

  /** Of each row two features; the first row is held out, and the second feature is a constant. */
  private static final PixelValues TRAIN =
      pixels(200, 9, 0, 7, 10, 7, 20, 7, 30, 7, 40, 7, 50, 7, 60, 7, 70, 7, 80, 7);

  private static final PixelValues TEST = pixels(120, 8);

  private static PixelValues pixels(int... values) {
    byte[] bytes = new byte[values.length];
    for (int index = 0; index < values.length; index++) {
      bytes[index] = (byte) values[index];
    }
    return new PixelValues("file", new ByteFeatures(bytes, 2));
  }

  private static Dataset normalised(Normalisation normalisation) {
    return new RawDataset("hand", 2, TRAIN, new short[10], TEST, new short[1])
        .normalised(normalisation);
  }

  private static float[] row(LabelledImages images, int index) {
    float[] row = new float[2];
    images.copy(index, row, 0);
    return row;
  }

  /**
   * In training 0 to 80 with the mean 40 and the variance (2 / 9) (10^2 + 20^2 + 30^2 + 40^2) =
   * 6000 / 9, whose root is 25.81988897.
   */
  @ParameterizedTest
  @CsvSource({
    "BYTE,     0.78431373, 0.03529412, 0.03921569, 0.02745098, 0.47058824, 0.03137255",
    "NONE,     200,        9,          10,         7,          120,        8",
    "MIN_MAX,  2.5,        0,          0.125,      0,          1.5,        0",
    "STANDARD, 6.19677335, 0,         -1.16189500, 0,          3.09838668, 0",
  })
  void followsItsFormula(
      Normalisation normalisation,
      float held0,
      float held1,
      float trained0,
      float trained1,
      float test0,
      float test1) {
    Dataset dataset = normalised(normalisation);
    assertThat(row(dataset.validation(), 0))
        .containsExactly(new float[] {held0, held1}, within(1e-6f));
    assertThat(row(dataset.training(), 1))
        .containsExactly(new float[] {trained0, trained1}, within(1e-6f));
    assertThat(row(dataset.test(), 0)).containsExactly(new float[] {test0, test1}, within(1e-6f));
  }

  @Test
  void bytesStayBytesUnlessAskedOtherwise() {
    assertThat(normalised(Normalisation.BYTE).training().features()).isSameAs(TRAIN.bytes());
  }

  /** The sum of ten times 0.1 is not 1, so that their mean is not 0.1. */
  @Test
  void aConstantIsFoundByItsRangeAndNotByItsDeviation() {
    RawValues tenths = new Tenths();
    Scaling scaling = Scaling.of(Normalisation.STANDARD, tenths, 0);
    float[] scaled = scaling.scale(tenths, Normalisation.STANDARD).values();
    assertThat(scaled).containsOnly(0);
  }

  /** Ten rows of one feature, always 0.1. */
  private record Tenths() implements RawValues {

    @Override
    public String file() {
      return "tenths";
    }

    @Override
    public int rows() {
      return 10;
    }

    @Override
    public int inputs() {
      return 1;
    }

    @Override
    public double value(int row, int column) {
      return 0.1;
    }

    @Override
    public String place(int row, int column) {
      return "row " + row;
    }

    @Override
    public ByteFeatures bytes() {
      throw new AssertionError("Not asked for");
    }
  }
}

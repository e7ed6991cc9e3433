package prunesweep.trainer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

  /** 0.29 x 100 and 0.57 x 100 are below 29 and 57 in binary floating point. */
  @ParameterizedTest(name = "{0} of {1} is {2}")
  @CsvSource({
    "0.80, 300, 240",
    "0.85, 300, 255",
    "0.85, 50, 42",
    "0.80, 5000, 4000",
    "0.85, 235200, 199920",
    "0.29, 100, 29",
    "0.57, 100, 57",
    "0.999, 1, 0",
    "0.5, 0, 0",
    "0.333333, 3, 0",
    "1e-9, 1000, 0",
  })
  void roundsDownInDecimals(double share, int count, int expected) {
    assertThat(Share.of(BigDecimal.valueOf(share), count)).isEqualTo(expected);
  }
}

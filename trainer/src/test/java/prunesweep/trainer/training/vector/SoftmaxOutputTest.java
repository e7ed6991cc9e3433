package prunesweep.trainer.training.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;

class SoftmaxOutputTest {

  /** 1, e^-1 and e^-2 over their sum 1.5032147. */
  @Test
  void isTheShareOfThePowers() {
    assertThat(softmax(3, 2, 1))
        .containsExactly(new float[] {0.66524096f, 0.24472847f, 0.09003057f}, offset(1e-7f));
  }

  @Test
  void equalLogitsAreEqualShares() {
    assertThat(softmax(7, 7, 7, 7)).containsOnly(0.25f);
    assertThat(softmax(0, 0, 0)).containsOnly(1 / 3f);
  }

  /** Powers of 1,000 are beyond a double; those of the distance to the largest are not. */
  @Test
  void largeLogitsDoNotOverflow() {
    assertThat(softmax(1000, 999, -1000))
        .containsExactly(new float[] {0.73105858f, 0.26894142f, 0}, offset(1e-7f));
    assertThat(softmax(-3e38f, 3e38f)).containsExactly(0, 1);
    assertThat(softmax(-1000, -1000)).containsExactly(0.5f, 0.5f);
  }

  @Test
  void whatIsNotANumberStaysSo() {
    assertThat(softmax(1, Float.NaN)).containsOnly(Float.NaN);
    assertThat(softmax(Float.POSITIVE_INFINITY, 1)).contains(Float.NaN);
  }

  @Test
  void touchesOnlyItsRow() {
    float[] rows = {5, 6, 0, 0, 7, 8};
    SoftmaxOutput.apply(rows, 2, 2);

    assertThat(rows).containsExactly(5, 6, 0.5f, 0.5f, 7, 8);
  }

  private static float[] softmax(float... logits) {
    SoftmaxOutput.apply(logits, 0, logits.length);
    return logits;
  }
}

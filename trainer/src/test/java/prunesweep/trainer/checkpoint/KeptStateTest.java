package prunesweep.trainer.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The state of a trial as it is kept: it goes on in the code that made it, and nowhere else. */
class KeptStateTest {

  private static final byte[] STATE = {1, 2, 3};

  @Test
  void isGivenBackToTheCodeThatMadeIt() {
    assertThat(KeptState.of("abc", new KeptState("abc", STATE).toBytes())).isEqualTo(STATE);
  }

  @Test
  void isNotGivenToOtherCode() {
    assertThatThrownBy(() -> KeptState.of("def", new KeptState("abc", STATE).toBytes()))
        .isInstanceOf(DamagedCheckpointException.class)
        .hasMessage("the code must be def, got abc");
  }

  @Test
  void isNotGivenWhenDamaged() {
    byte[] bytes = new KeptState("abc", STATE).toBytes();
    for (int index = 0; index < bytes.length; index++) {
      byte[] damaged = bytes.clone();
      damaged[index] ^= 64;
      assertThatThrownBy(() -> KeptState.of("abc", damaged))
          .isInstanceOf(DamagedCheckpointException.class);
    }
  }
}

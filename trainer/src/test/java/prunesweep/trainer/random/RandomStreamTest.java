package prunesweep.trainer.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

  @Test
  void doesNotDependOnWhatWasDrawnBefore() {
    long[] alone = RandomStream.of(5, "shuffle", 3).longs(20).toArray();

    assertThat(RandomStream.of(5, "shuffle", 2).longs(1000)).hasSize(1000);
    RandomGenerator other = RandomStream.of(5, "init", 3);
    RandomGenerator again = RandomStream.of(5, "shuffle", 3);
    long[] mixed = new long[20];
    for (int index = 0; index < mixed.length; index++) {
      other.nextLong();
      mixed[index] = again.nextLong();
    }

    assertThat(mixed).isEqualTo(alone);
  }

  @Test
  void differsBySeedByNameAndByIndex() {
    long[] firsts = {
      RandomStream.of(0, "init", 0).nextLong(),
      RandomStream.of(1, "init", 0).nextLong(),
      RandomStream.of(0, "init", 1).nextLong(),
      RandomStream.of(0, "shuffle", 0).nextLong(),
      RandomStream.of(1, "shuffle", 0).nextLong(),
      RandomStream.of(-1, "init", 0).nextLong(),
    };

    assertThat(firsts).doesNotHaveDuplicates();
  }

  /** Every published result depends on these numbers, which random_pins.py makes without Java. */
  @Test
  void isPinned() {
    assertThat(RandomStream.of(0, "init", 0).longs(3).toArray())
        .containsExactly(5962546426609649868L, 7270849437750010808L, 1190981922219429554L);
    assertThat(RandomStream.of(42, "counters", 7).ints(6, 0, 54_000).toArray())
        .containsExactly(14150, 37374, 30849, 18179, 44250, 13985);
    assertThat(RandomStream.of(-1, "shuffle", 500).nextDouble()).isEqualTo(0.13062845205715712);
  }
}

package prunesweep.trainer.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prunesweep.trainer.key.Suggestion;

class SuggestionTest {

  private static final List<String> CHOICES =
      List.of("learning-rate", "batch-size", "max-epochs", "bias", "seeds");

  @ParameterizedTest
  @CsvSource({
    "learnig-rate, learning-rate",
    "learning_rate, learning-rate",
    "learningRate, learning-rate",
    "Batch-Size, batch-size",
    "bais, bias",
    "seed, seeds",
    "bias, bias"
  })
  void findsTheNearest(String name, String expected) {
    assertThat(Suggestion.nearest(name, CHOICES)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"momentum", "x", "''", "learning"})
  void findsNothingFarAway(String name) {
    assertThat(Suggestion.nearest(name, CHOICES)).isEmpty();
  }

  @Test
  void findsNothingAmongNothing() {
    assertThat(Suggestion.nearest("bias", List.of())).isEmpty();
  }

  @Test
  void takesTheFirstOfEquals() {
    assertThat(Suggestion.nearest("cat", List.of("bat", "hat"))).contains("bat");
  }
}

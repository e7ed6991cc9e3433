package prunesweep.trainer.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bytes that Java makes objects of: data come back, whatever may do something does not. */
class RecordsTest {

  private record Pair(String name, List<double[]> numbers) implements Serializable {}

  @Test
  void givesRecordsAndListsBack() {
    Pair pair = new Pair("a", new ArrayList<>(List.of(new double[] {1, 2})));
    assertThat(Records.read(Records.write(pair))).usingRecursiveComparison().isEqualTo(pair);
  }

  @Test
  void refusesOtherClasses() {
    byte[] bytes = Records.write(new File("x"));
    assertThatThrownBy(() -> Records.read(bytes))
        .isInstanceOf(DamagedCheckpointException.class)
        .hasMessageStartingWith("the records must be of classes that this program has, got ");
  }
}

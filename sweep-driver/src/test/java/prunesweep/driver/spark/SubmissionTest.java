package prunesweep.driver.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Properties that a submitter sets, as spark-submit does: as system properties. */
class SubmissionTest {

  @TempDir Path directory;

  @AfterEach
  void forget() {
    System.getProperties().keySet().removeIf(key -> key.toString().startsWith("spark."));
  }

  @Test
  void nameTheMasterWhereTheUserNamesNone() {
    assertThat(Master.chosen(Optional.empty())).isEqualTo(new Master("local[*]"));
    System.setProperty("spark.master", "spark://host:7077");
    assertThat(Master.chosen(Optional.empty())).isEqualTo(new Master("spark://host:7077"));
    assertThat(Master.chosen(Optional.of("local[2]"))).isEqualTo(new Master("local[2]"));
  }

  @Test
  void refuseAMasterThatSparkSubmitWasNotTold() {
    System.setProperty("spark.submit.deployMode", "client");
    System.setProperty("spark.master", "local[3]");
    assertThat(Master.chosen(Optional.of("local[3]"))).isEqualTo(new Master("local[3]"));
    assertThatThrownBy(() -> Master.chosen(Optional.of("spark://host:7077")))
        .isInstanceOf(ClusterException.class)
        .hasMessage(
            "Cannot use the master: --master must stand before the jar, where spark-submit reads"
                + " it, got spark://host:7077 behind it and local[3] there");
  }

  @Test
  void standBetweenTheConfigAndTheDefaults() {
    System.setProperty("spark.app.name", "mine");
    System.setProperty("spark.driver.host", "localhost");
    System.setProperty("spark.sql.shuffle.partitions", "3");
    System.setProperty("spark.jars", "file:///nowhere/app.jar");
    Map<String, String> config = Map.of("spark.sql.shuffle.partitions", "4");
    try (OpenSession session = Sessions.open("a sweep", new Master("local[1]"), config)) {
      SparkConf conf = session.spark().sparkContext().getConf();
      assertThat(conf.get("spark.app.name")).isEqualTo("mine");
      assertThat(conf.get("spark.driver.host")).isEqualTo("localhost");
      assertThat(conf.get("spark.sql.shuffle.partitions")).isEqualTo("4");
      assertThat(conf.get("spark.jars")).isEqualTo("file:///nowhere/app.jar");
      assertThat(conf.get("spark.ui.enabled")).as("a default").isEqualTo("false");
      assertThat(session.webInterface()).isEmpty();
    }
  }

  @Test
  void thatNameOnlyTheJarLeaveTheNameToTheSweep() {
    System.setProperty("spark.app.name", "prunesweep-1.jar");
    try (OpenSession session = Sessions.open("a sweep", new Master("local[1]"), Map.of())) {
      assertThat(session.spark().sparkContext().appName()).isEqualTo("a sweep");
    }
  }

  @Test
  void areReadFromAFileWhereTheyAreNotSetYet() throws IOException {
    System.setProperty("spark.master", "local[1]");
    Path file = directory.resolve("spark.properties");
    Files.writeString(file, "spark.master local[2]\nspark.authenticate.secret = abc \n# spark.x 1");
    Submission.read(file);
    assertThat(System.getProperty("spark.master")).isEqualTo("local[1]");
    assertThat(System.getProperty("spark.authenticate.secret")).isEqualTo("abc");
  }
}

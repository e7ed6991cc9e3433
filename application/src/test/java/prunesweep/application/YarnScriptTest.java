package prunesweep.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that {@code deploy/yarn/submit} makes; no YARN is here to take it. */
class YarnScriptTest {

  @TempDir Path directory;

  private String said(int code, String... arguments) throws IOException, InterruptedException {
    Path script = Path.of(System.getProperty("prunesweep.home"), "deploy/yarn/submit");
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SPARK_HOME", "/opt/spark");
    Process run = builder.start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(run.waitFor()).as(said).isEqualTo(code);
    return said;
  }

  @Test
  void handsOverTheConfigTheJarAndWhatTheUserSays() throws IOException, InterruptedException {
    Path conf = Files.createFile(directory.resolve("mine.conf"));
    String jar = System.getProperty("prunesweep.application");
    assertThat(said(0, "--dry-run", "--queue", "q", "--", conf.toString(), "--out", "hdfs:///x"))
        .startsWith("/opt/spark/bin/spark-submit --master yarn --deploy-mode cluster --name mine")
        .contains("--files " + conf, "spark.authenticate=true")
        .endsWith("--queue q %s run mine.conf --out hdfs:///x \n".formatted(jar));
  }

  @Test
  void refusesAConfigThatIsNotThere() throws IOException, InterruptedException {
    assertThat(said(2, "--dry-run", "none.conf"))
        .isEqualTo("Cannot submit: CONF must be a file, got none.conf\n");
  }
}

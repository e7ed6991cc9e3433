package prunesweep.driver.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.history.FsHistoryProvider;
import org.apache.spark.status.api.v1.ApplicationInfo;
import org.apache.spark.status.api.v1.JobData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.trainer.trial.TrialOutcome;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/** What Spark's own tools see of a run: its web pages, metrics and event log. */
class SparkToolsTest {

  private static final Pattern COUNT =
      Pattern.compile("\\.driver\\.trials\\.(done|failed)\":\\{\"count\":(\\d+)}");

  @TempDir Path directory;

  /** Asks the web pages whenever trials end. */
  private static final class Asking extends RecordedEvents {

    private final List<List<String>> counts = new ArrayList<>();

    @Override
    public void finished(List<TrialOutcome> outcomes) {
      counts.add(
          COUNT
              .matcher(page(webInterfaces().get(0) + "/metrics/json/"))
              .results()
              .map(found -> found.group(1) + " " + found.group(2))
              .toList());
      assertThat(counts.get(counts.size() - 1))
          .containsExactlyInAnyOrder("done " + finished().size(), "failed 0");
      super.finished(outcomes);
    }
  }

  private static String page(String address) {
    try (var stream = URI.create(address).toURL().openStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void showTheTrialsByTheirWordsAndNothingSecret() throws IOException {
    Path log = Files.createDirectory(directory.resolve("log"));
    Path out = directory.resolve("out");
    Asking events = new Asking();
    RunOptions options =
        SmallSweep.options(
            SmallSweep.write(directory, SmallSweep.TEN_TRIALS),
            out,
            "local[2]",
            "spark.ui.enabled=true",
            "spark.ui.port=0",
            "spark.eventLog.enabled=true",
            "spark.eventLog.compress=false",
            "spark.eventLog.dir=" + log,
            "spark.hadoop.fs.s3a.secret.key=hunter2");
    assertThat(SweepRun.execute(options, events).isComplete()).isTrue();

    assertThat(events.webInterfaces()).hasSize(1);
    assertThat(events.counts).hasSizeGreaterThan(1);
    assertThat(jobs(log))
        .hasSizeGreaterThan(10)
        .anyMatch(
            job ->
                job.matches(
                    "trial [0-9a-f]{16}: activation global neurons cycles=2 target=0.5, seed 1,"
                        + " fashion-mnist-sample 24-12"))
        .anyMatch(
            job ->
                job.matches(
                    "stage [0-9a-f]{16}: fashion-mnist-sample 24-12, the start of several trials,"
                        + " seed 0"));
    assertThat(textsBelow(log)).isNotEmpty().noneMatch(text -> text.contains("hunter2"));
    assertThat(textsBelow(out)).isNotEmpty().noneMatch(text -> text.contains("hunter2"));
  }

  /** The descriptions of all jobs as Spark's History Server reads them. */
  private static List<String> jobs(Path log) {
    SparkConf conf = new SparkConf().set("spark.history.fs.logDirectory", log.toUri().toString());
    FsHistoryProvider history = new FsHistoryProvider(conf);
    try {
      List<ApplicationInfo> runs = listed(history);
      assertThat(runs).extracting(ApplicationInfo::name).containsExactly("small");
      List<JobData> jobs =
          CollectionConverters.asJava(
              history
                  .getAppUI(runs.get(0).id(), Option.empty())
                  .get()
                  .ui()
                  .store()
                  .jobsList(List.of()));
      return jobs.stream().map(job -> OptionConverters.toJava(job.description()).get()).toList();
    } finally {
      history.stop();
    }
  }

  /** The runs, which the server reads in threads of its own. */
  private static List<ApplicationInfo> listed(FsHistoryProvider history) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    List<ApplicationInfo> runs = new ArrayList<>();
    while (runs.isEmpty() && System.nanoTime() < deadline) {
      history.checkForLogs();
      CollectionConverters.asJava(history.getListing()).forEachRemaining(runs::add);
    }
    return runs;
  }

  private static List<String> textsBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(SparkToolsTest::text).toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

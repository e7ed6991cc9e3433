package prunesweep.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SecurityManager;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.network.buffer.ManagedBuffer;
import org.apache.spark.network.sasl.SecretKeyHolder;
import org.apache.spark.network.shuffle.BlockFetchingListener;
import org.apache.spark.network.shuffle.ExternalBlockStoreClient;
import org.apache.spark.network.util.MapConfigProvider;
import org.apache.spark.network.util.TransportConf;
import org.apache.spark.rpc.RpcAddress;
import org.apache.spark.rpc.RpcEnv;
import org.apache.spark.storage.BlockManagerId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.sql.QueryAnswer;
import prunesweep.driver.sql.ResultQuery;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The application jar on a cluster that {@code deploy/standalone} starts, of a Spark that knows
 * nothing of Prunesweep.
 */
@Tag("cluster")
class SubmitTest {

  private static final String SWEEP =
      """
      sweep { name = submitted, seeds = [0] }
      dataset.name = fashion-mnist-sample
      network.hidden = [24, 12]
      training { max-epochs = 3, learning-rate = 0.05 }
      activation { first-threshold = 0.3, cycles = 2, target = 0.5 }
      grid = [
        { method = dense }
        { method = activation, score = [neurons, neurons-weights] }
        { method = one-shot, target = 0.5 }
      ]
      """;

  private static final List<String> QUERIES =
      List.of(
          "SELECT trial_id, status, sparsity, test_accuracy FROM trials ORDER BY trial_id",
          "SELECT * EXCLUDE (seconds) FROM epochs ORDER BY ALL",
          "SELECT * FROM layers ORDER BY ALL");

  private static final String SECRET = "spark.authenticate.secret ";

  @TempDir static Path directory;
  private static ClusterScript cluster;
  private static String secret;

  @BeforeAll
  static void runEverywhere() throws Exception {
    cluster = ClusterScript.in(directory);
    assertThat(cluster.say("start", "2"))
        .hasLineCount(1)
        .startsWith(
            cluster.master()
                + ": 2 workers of 2 cores and 2g each; web pages at http://127.0.0.1:");
    secret =
        Files.readString(cluster.security())
            .lines()
            .filter(line -> line.startsWith(SECRET))
            .map(line -> line.substring(SECRET.length()))
            .findFirst()
            .orElseThrow();
    Files.writeString(directory.resolve("submitted.conf"), SWEEP);
    Files.createDirectory(directory.resolve("events"));
    submit("local", "--master=local[1]");
    submit("client", "--conf=spark.cores.max=2");
    submit(
        "cluster",
        "--deploy-mode=cluster",
        "--driver-memory=700m",
        "--conf=spark.cores.max=2",
        "--conf=spark.standalone.submit.waitAppCompletion=true");
    assertThat(directory.resolve("cluster").resolve("tables")).as(SubmitTest::driverSaid).exists();
  }

  /** What drivers in cluster mode said, in the folders of their workers. */
  private static String driverSaid() {
    try (Stream<Path> files = Files.walk(cluster.state())) {
      return files
          .filter(file -> file.toString().contains("driver-") && file.endsWith("stderr"))
          .map(SubmitTest::bytes)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void submit(String out, String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("spark-submit"));
    arguments.addAll(List.of(options));
    arguments.addAll(
        List.of(
            "--conf=spark.executor.memory=600m",
            "--conf=spark.ui.port=0",
            "--conf=spark.eventLog.enabled=true",
            "--conf=spark.eventLog.compress=false",
            "--conf=spark.eventLog.dir=" + directory.resolve("events").toUri(),
            cluster.spark().application().toString(),
            "run",
            directory.resolve("submitted.conf").toString(),
            "--out=" + directory.resolve(out)));
    cluster.say(arguments.toArray(String[]::new));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    assertThat(cluster.say("stop")).hasLineCount(3).contains("stopped master");
    assertThat(cluster.security()).doesNotExist();
  }

  @Test
  void givesTheRowsOfALocalRunInClientAndInClusterMode() {
    for (String query : QUERIES) {
      List<?> local = rows("local", query);
      assertThat(local).hasSizeGreaterThan(3);
      assertThat(rows("client", query)).isEqualTo(local);
      assertThat(rows("cluster", query)).isEqualTo(local);
    }
    String masters = "SELECT master FROM sweeps";
    assertThat(rows("local", masters)).isEqualTo(List.of(List.of("local[1]")));
    assertThat(rows("client", masters)).isEqualTo(List.of(List.of(cluster.master())));
    assertThat(rows("cluster", masters)).isEqualTo(List.of(List.of(cluster.master())));
  }

  private static List<?> rows(String out, String query) {
    return ResultQuery.byDuckDb(directory.resolve(out)).run(query, QueryAnswer::cells);
  }

  @Test
  void keepsTheSecretToOneFileOfItsOwner() throws IOException {
    assertThat(secret).hasSize(64);
    assertThat(permissions(cluster.security())).isEqualTo("rw-------");
    assertThat(permissions(cluster.state())).isEqualTo("rwx------");
    assertThat(directory.resolve("events").toFile().list()).hasSize(3);
    // Workers log the commands of drivers and executors.
    assertThat(cluster.state().resolve("worker-1.log")).content().contains("Launch command");
    assertThat(filesBelow(directory))
        .filteredOn(file -> !file.equals(cluster.security()) && !file.toString().endsWith(".jar"))
        .noneMatch(file -> bytes(file).contains(secret));
    for (String daemon : List.of("master", "worker-1", "worker-2")) {
      String process = Files.readString(cluster.state().resolve(daemon + ".pid")).strip();
      assertThat(Path.of("/proc", process, "cmdline"))
          .content()
          .contains("spark")
          .doesNotContain(secret);
    }
  }

  @Test
  void leavesThePermissionsOfResultsToTheUmask() throws IOException {
    String expected = permissions(Files.createFile(directory.resolve("probe")));
    assertThat(filesBelow(directory.resolve("client").resolve("tables")))
        .isNotEmpty()
        .allMatch(file -> permissions(file).equals(expected));
  }

  @Test
  void letsNoStrangerSpeakToTheMaster() {
    assertThat(hasMaster(secret)).isTrue();
    assertThat(hasMaster("0".repeat(64))).isFalse();
    assertThat(hasMaster(null)).isFalse();
  }

  /** Says if the master answers an application that has {@code key}; null for one without any. */
  private static boolean hasMaster(@Nullable String key) {
    SparkConf conf =
        conf(key).set("spark.rpc.lookupTimeout", "5s").set("spark.rpc.numRetries", "1");
    RpcEnv environment =
        RpcEnv.create(
            "stranger",
            "127.0.0.1",
            0,
            conf,
            new SecurityManager(
                conf,
                Option.empty(),
                org.apache.spark.internal.config.package$.MODULE$.AUTH_SECRET_FILE()),
            true);
    try {
      environment.setupEndpointRef(new RpcAddress("127.0.0.1", cluster.port()), "Master");
      return true;
    } catch (Exception refused) {
      return false;
    } finally {
      environment.shutdown();
    }
  }

  private static SparkConf conf(@Nullable String key) {
    SparkConf conf = new SparkConf(false);
    if (key != null) {
      conf.set("spark.authenticate", "true")
          .set("spark.authenticate.secret", key)
          .set("spark.network.crypto.enabled", "true")
          .set("spark.io.encryption.enabled", "true");
    }
    return conf;
  }

  @Test
  void letsNoStrangerReadFromAnExecutor() throws Exception {
    SparkConf conf =
        conf(secret)
            .setMaster(cluster.master())
            .setAppName("own")
            .set("spark.driver.host", "127.0.0.1")
            .set("spark.executor.memory", "600m")
            .set("spark.executorEnv.SPARK_SCALA_VERSION", "2.13")
            .set("spark.cores.max", "1")
            .set("spark.ui.enabled", "false");
    try (JavaSparkContext context = new JavaSparkContext(conf)) {
      var cached = context.parallelize(List.of(1, 2), 1).cache();
      assertThat(cached.count()).isEqualTo(2);
      BlockManagerId executor =
          CollectionConverters.asJava(
                  context
                      .env()
                      .blockManager()
                      .master()
                      .getPeers(context.env().blockManager().blockManagerId()))
              .get(0);
      String block = "rdd_%d_0".formatted(cached.id());
      String application = context.sc().applicationId();
      assertThat(fetch(application, block, executor, secret)).isEqualTo("read");
      assertThat(fetch(application, block, executor, "0".repeat(64))).isEqualTo("refused");
      assertThat(fetch(application, block, executor, null)).isEqualTo("refused");
    }
  }

  /** Asks an executor for a block, as one who has {@code key}; null for one without any. */
  private static String fetch(
      String application, String block, BlockManagerId executor, @Nullable String key)
      throws Exception {
    Map<String, String> settings =
        key == null
            ? Map.of()
            : Map.of("spark.network.crypto.enabled", "true", "spark.authenticate", "true");
    TransportConf conf = new TransportConf("shuffle", new MapConfigProvider(settings));
    CompletableFuture<String> end = new CompletableFuture<>();
    try (ExternalBlockStoreClient client =
        new ExternalBlockStoreClient(conf, new OneKey(key == null ? "" : key), key != null, 5000)) {
      client.init(application);
      client.fetchBlocks(
          executor.host(),
          executor.port(),
          executor.executorId(),
          new String[] {block},
          new Listening(end),
          null);
      return end.get(60, TimeUnit.SECONDS);
    }
  }

  private record OneKey(String key) implements SecretKeyHolder {

    @Override
    public String getSaslUser(String application) {
      return "sparkSaslUser";
    }

    @Override
    public String getSecretKey(String application) {
      return key;
    }
  }

  private record Listening(CompletableFuture<String> end) implements BlockFetchingListener {

    @Override
    public void onBlockFetchSuccess(String block, ManagedBuffer data) {
      end.complete("read");
    }

    @Override
    public void onBlockFetchFailure(String block, Throwable failure) {
      end.complete("refused");
    }
  }

  private static String permissions(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static String bytes(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

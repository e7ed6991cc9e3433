package prunesweep.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMixedDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.deploy.SparkSubmit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.spark.Master;
import prunesweep.driver.spark.OpenSession;
import prunesweep.driver.spark.Sessions;

/** What Spark asks of Kubernetes with the files of this folder is what its page says. */
class KubernetesTest {

  private static final String NAMESPACE = "sweeps";
  private static final String IMAGE = "registry.example/prunesweep:1";
  private static final Pattern RESOURCE =
      Pattern.compile("/api/v1/namespaces/[^/]+/([a-z]+)(/[^?]+)?(\\?.*)?");

  @TempDir Path directory;
  private final KubernetesMockServer server =
      new KubernetesMockServer(
          new Context(), new MockWebServer(), new HashMap<>(), new Applying(), false);
  private NamespacedKubernetesClient client;

  /** Takes what is applied as a whole, which the mock itself does not know, as it comes. */
  private static final class Applying extends KubernetesMixedDispatcher {

    Applying() {
      super(new HashMap<>());
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      return request.getPath().contains("fieldManager=")
          ? new MockResponse()
              .setResponseCode(200)
              .setHeader("Content-Type", "application/json")
              .setBody(request.getBody().getBytes())
          : super.dispatch(request);
    }
  }

  @BeforeEach
  void start() {
    server.init();
    client = server.createClient().inNamespace(NAMESPACE);
  }

  @AfterEach
  void stop() {
    System.getProperties().keySet().removeIf(key -> key.toString().startsWith("spark."));
    client.close();
    server.destroy();
  }

  private static Path file(String name) {
    return Path.of(System.getProperty("prunesweep.home"), "deploy/kubernetes", name);
  }

  /** The file for spark-submit, its template found from any folder. */
  private Path properties() throws IOException {
    String text = Files.readString(file("spark.properties"));
    return Files.writeString(
        directory.resolve("spark.properties"),
        text.replace("deploy/kubernetes/pod.yaml", file("pod.yaml").toString()));
  }

  private String master() {
    return "k8s://http://127.0.0.1:" + server.getPort();
  }

  @Test
  void submitsADriverThatIsNoRootAndWritesNowhere() throws IOException {
    new SparkSubmit()
        .doSubmit(
            new String[] {
              "--master",
              master(),
              "--deploy-mode",
              "cluster",
              "--properties-file",
              properties().toString(),
              "--conf",
              "spark.kubernetes.namespace=" + NAMESPACE,
              "--conf",
              "spark.kubernetes.container.image=" + IMAGE,
              "--conf",
              "spark.kubernetes.submission.waitAppCompletion=false",
              "--class",
              "prunesweep.driver.cli.Sweep",
              "local:///opt/prunesweep/prunesweep.jar",
              "run",
              "s3a://bucket/sweep.conf",
              "--out",
              "s3a://bucket/sweep"
            });
    List<Pod> pods = client.pods().list().getItems();
    assertThat(pods).hasSize(1);
    Pod driver = pods.get(0);
    assertThat(driver.getSpec().getServiceAccountName()).isEqualTo("prunesweep");
    requireConfined(driver);
    Container container = container(driver);
    assertThat(container.getImage()).isEqualTo(IMAGE);
    assertThat(container.getArgs())
        .startsWith("driver")
        .containsSequence("--class", "prunesweep.driver.cli.Sweep")
        .endsWith("run", "s3a://bucket/sweep.conf", "--out", "s3a://bucket/sweep");
    assertThat(container.getResources().getLimits()).containsKey("memory");
  }

  @Test
  void asksForExecutorsThatAreNoRootAndForNothingBeyondItsRights() throws Exception {
    Properties settings = new Properties();
    try (InputStream stream = Files.newInputStream(properties())) {
      settings.load(stream);
    }
    Map<String, String> properties = new HashMap<>();
    settings.forEach((key, value) -> properties.put(key.toString(), value.toString()));
    properties.putAll(
        Map.of(
            "spark.kubernetes.namespace", NAMESPACE,
            "spark.kubernetes.container.image", IMAGE,
            "spark.executor.instances", "2",
            "spark.driver.host", "127.0.0.1",
            "spark.ui.enabled", "false"));
    Set<String> asked = new TreeSet<>();
    try (OpenSession session = Sessions.open("sweep", new Master(master()), properties)) {
      List<Pod> executors = executors();
      assertThat(executors).hasSize(2);
      for (Pod executor : executors) {
        requireConfined(executor);
        assertThat(container(executor).getImage()).isEqualTo(IMAGE);
        assertThat(container(executor).getEnv())
            .anyMatch(
                variable ->
                    "OMP_NUM_THREADS".equals(variable.getName())
                        && "1".equals(variable.getValue()));
      }
      assertThat(session.spark().sparkContext().isStopped()).isFalse();
    }
    var request = server.takeRequest(1, TimeUnit.SECONDS);
    while (request != null) {
      Matcher resource = RESOURCE.matcher(Objects.requireNonNull(request.getPath()));
      if (resource.matches()) {
        asked.add(verb(request.getMethod(), resource) + " " + resource.group(1));
      }
      request = server.takeRequest(1, TimeUnit.SECONDS);
    }
    assertThat(asked).contains("create pods");
    assertThat(rights()).containsAll(asked);
  }

  private static String verb(String method, Matcher resource) {
    boolean isOne = resource.group(2) != null;
    boolean isWatch = String.valueOf(resource.group(3)).contains("watch=true");
    return switch (method) {
      case "GET" -> isWatch ? "watch" : isOne ? "get" : "list";
      case "DELETE" -> isOne ? "delete" : "deletecollection";
      case "POST" -> "create";
      case "PUT" -> "update";
      default -> "patch";
    };
  }

  /** What rights.yaml grants, a verb and a resource each. */
  private Set<String> rights() throws IOException {
    Set<String> rights = new TreeSet<>();
    try (InputStream stream = Files.newInputStream(file("rights.yaml"))) {
      for (HasMetadata item : client.load(stream).items()) {
        if (item instanceof Role role) {
          for (PolicyRule rule : role.getRules()) {
            rule.getVerbs()
                .forEach(
                    verb ->
                        rule.getResources().forEach(resource -> rights.add(verb + " " + resource)));
          }
        }
      }
    }
    return rights;
  }

  private List<Pod> executors() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    List<Pod> pods = List.of();
    while (pods.size() < 2 && System.nanoTime() < deadline) {
      pods = client.pods().withLabel("spark-role", "executor").list().getItems();
    }
    return pods;
  }

  private static Container container(Pod pod) {
    assertThat(pod.getSpec().getContainers()).hasSize(1);
    return pod.getSpec().getContainers().get(0);
  }

  private static void requireConfined(Pod pod) {
    assertThat(pod.getSpec().getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(pod.getSpec().getSecurityContext().getRunAsUser()).isEqualTo(185);
    SecurityContext container = container(pod).getSecurityContext();
    assertThat(container.getReadOnlyRootFilesystem()).isTrue();
    assertThat(container.getAllowPrivilegeEscalation()).isFalse();
    assertThat(container.getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(container(pod).getVolumeMounts())
        .anyMatch(mount -> mount.getMountPath().equals("/tmp"));
  }
}

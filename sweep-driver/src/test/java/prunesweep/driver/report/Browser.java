package prunesweep.driver.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A page in Chromium without a screen, driven by its developer tools. */
final class Browser implements AutoCloseable {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String LISTENING = "DevTools listening on ws://";

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger last = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> asked;
  private final List<String> problems;
  private final List<String> requests;

  private Browser(Process process, WebSocket socket, Listener listener) {
    this.process = process;
    this.socket = socket;
    this.asked = listener.asked;
    this.problems = listener.problems;
    this.requests = listener.requests;
  }

  /** The program, where this machine has it. */
  static Optional<Path> program() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(
            name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A window of 1400 x 1500 pixels without a page, its files in {@code scratch}. */
  static Browser open(Path scratch) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                program().orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--window-size=1400,1500",
                "--remote-debugging-port=0",
                "--user-data-dir=" + scratch,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    String host = listening(process.inputReader(StandardCharsets.UTF_8));
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest pages = HttpRequest.newBuilder(URI.create("http://" + host + "/json/list")).build();
    JsonNode page = MAPPER.readTree(client.send(pages, BodyHandlers.ofString()).body()).get(0);
    Listener listener = new Listener();
    WebSocket socket =
        client
            .newWebSocketBuilder()
            .buildAsync(URI.create(page.get("webSocketDebuggerUrl").asText()), listener)
            .join();
    Browser browser = new Browser(process, socket, listener);
    List.of("Page", "Runtime", "Network", "Log")
        .forEach(domain -> browser.call(domain + ".enable", MAPPER.createObjectNode()));
    return browser;
  }

  private static String listening(BufferedReader said) throws IOException {
    String line = said.readLine();
    while (line != null && !line.startsWith(LISTENING)) {
      line = said.readLine();
    }
    Thread rest = new Thread(() -> said.lines().forEach(more -> {}));
    rest.setDaemon(true);
    rest.start();
    return line == null ? "" : line.substring(LISTENING.length(), line.indexOf("/devtools"));
  }

  private static final class Listener implements WebSocket.Listener {

    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean isLast) {
      text.append(part);
      if (isLast) {
        take(text.toString());
        text.setLength(0);
      }
      socket.request(1);
      return CompletableFuture.completedFuture(null);
    }

    private void take(String message) {
      try {
        JsonNode told = MAPPER.readTree(message);
        CompletableFuture<JsonNode> waiting = asked.remove(told.path("id").asInt());
        if (waiting != null) {
          waiting.complete(told);
        }
        note(told.path("method").asText(), told.path("params"));
      } catch (IOException e) {
        problems.add(e.toString());
      }
    }

    private void note(String event, JsonNode told) {
      switch (event) {
        case "Runtime.exceptionThrown" -> problems.add(told.path("exceptionDetails").toString());
        case "Runtime.consoleAPICalled" -> problems.add(told.path("args").toString());
        case "Log.entryAdded" -> problems.add(told.path("entry").path("text").asText());
        case "Network.requestWillBeSent" -> requests.add(told.path("request").path("url").asText());
        default -> {}
      }
    }
  }

  private JsonNode call(String method, ObjectNode parameters) {
    int id = last.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    asked.put(id, answer);
    ObjectNode message = MAPPER.createObjectNode().put("id", id).put("method", method);
    message.set("params", parameters);
    socket.sendText(message.toString(), true).join();
    return answer.orTimeout(60, TimeUnit.SECONDS).join().path("result");
  }

  /** Goes to {@code page} with a fragment, and waits until its scripts have run. */
  void go(Path page, String fragment) {
    String address = page.toUri() + fragment;
    call("Page.navigate", MAPPER.createObjectNode().put("url", "about:blank"));
    call("Page.navigate", MAPPER.createObjectNode().put("url", address));
    until("document.readyState === 'complete'");
  }

  /** The scheme of colours that the reader prefers: light or dark. */
  void prefer(String scheme) {
    ObjectNode parameters = MAPPER.createObjectNode();
    parameters
        .putArray("features")
        .addObject()
        .put("name", "prefers-color-scheme")
        .put("value", scheme);
    call("Emulation.setEmulatedMedia", parameters);
  }

  /** The value of an expression of JavaScript; waits for it where it is a promise. */
  JsonNode evaluate(String expression) {
    ObjectNode parameters =
        MAPPER
            .createObjectNode()
            .put("expression", expression)
            .put("awaitPromise", true)
            .put("returnByValue", true);
    JsonNode answer = call("Runtime.evaluate", parameters);
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException(expression + ": " + answer.get("exceptionDetails"));
    }
    return answer.path("result").path("value");
  }

  /** Waits until {@code condition} holds; fails after half a minute. */
  void until(String condition) {
    evaluate(
        """
        new Promise((resolve, reject) => {
          const since = Date.now();
          const look = () => {
            if (%1$s) { resolve(); }
            else if (Date.now() - since > 30000) { reject(new Error(`never: ${%2$s}`)); }
            else { setTimeout(look, 10); }
          };
          look();
        })
        """
            .formatted(condition, MAPPER.valueToTree(condition)));
  }

  /** A click by script on the first element that {@code selector} finds. */
  void click(String selector) {
    evaluate("document.querySelector(%s).click()".formatted(MAPPER.valueToTree(selector)));
  }

  /** What the window shows, as PNG. */
  byte[] picture() {
    JsonNode picture = call("Page.captureScreenshot", MAPPER.createObjectNode());
    return Base64.getDecoder().decode(picture.path("data").asText());
  }

  /** Errors and whatever the console was told. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** The addresses that were asked for. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    process.onExit().join();
  }
}

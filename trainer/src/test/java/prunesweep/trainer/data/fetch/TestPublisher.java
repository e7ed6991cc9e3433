package prunesweep.trainer.data.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import prunesweep.trainer.data.idx.IdxBytes;
import prunesweep.trainer.data.idx.IdxFile;
import prunesweep.trainer.data.source.SmallDataset;

/** A publisher of the small data set on this machine, which can be told to serve it badly. */
final class TestPublisher implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  TestPublisher() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (IdxFile file : IdxFile.values()) {
      serve(file, body(200, IdxBytes.gzip(SmallDataset.content(file))));
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** The address its files are below. */
  URI base() {
    return URI.create("http://127.0.0.1:%d/data/".formatted(server.getAddress().getPort()));
  }

  /** Gives {@code answer} when {@code file} is asked for. */
  void serve(IdxFile file, Answer answer) {
    answers.put("/data/" + file.gzipName(), answer);
  }

  /** The paths asked for, in order. */
  List<String> asked() {
    return asked;
  }

  static Answer body(int status, byte[] body) {
    return exchange -> {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    };
  }

  /** Promises a byte more than it sends. */
  static Answer cutOff(byte[] body) {
    return exchange -> {
      exchange.sendResponseHeaders(200, body.length + 1L);
      OutputStream stream = exchange.getResponseBody();
      stream.write(body);
      stream.flush();
    };
  }

  static Answer redirect(String location) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", location);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    try (exchange) {
      answers.getOrDefault(path, body(404, new byte[0])).to(exchange);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** Answer to a request. */
  @FunctionalInterface
  interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }
}

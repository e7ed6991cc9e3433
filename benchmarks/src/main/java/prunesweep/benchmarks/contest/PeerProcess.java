package prunesweep.benchmarks.contest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A peer in a process of its own, asked by lines on its input and replying with {@link PeerReply}s.
 * It ends with its input and so does not outlive this process.
 */
final class PeerProcess implements Peer {

  private static final Duration LONGEST_REPLY = Duration.ofMinutes(10);
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);

  private final String name;
  private final Process process;
  private final BufferedReader replies;
  private final OutputStream requests;
  private final Map<String, String> facts = new HashMap<>();
  private String remark = "nothing";

  private PeerProcess(String name, Process process) {
    this.name = name;
    this.process = process;
    this.replies = process.inputReader(StandardCharsets.UTF_8);
    this.requests = process.getOutputStream();
  }

  /** Input that a process is given before it is ready. */
  @FunctionalInterface
  interface Introduction {
    void writeTo(OutputStream requests) throws IOException;
  }

  /**
   * Starts {@code command} and waits until it is ready.
   *
   * @throws BenchException naming {@code name} if it does not get there
   */
  static PeerProcess start(String name, ProcessBuilder command, Introduction introduction) {
    PeerProcess peer = new PeerProcess(name, launch(name, command));
    try {
      peer.send(introduction);
      peer.await(PeerReply.Ready.class);
      return peer;
    } catch (BenchException e) {
      peer.close();
      throw e;
    }
  }

  private static Process launch(String name, ProcessBuilder command) {
    try {
      return command.redirectErrorStream(true).start();
    } catch (IOException e) {
      throw BenchException.of(name, "its process must start, got " + e.getMessage());
    }
  }

  @Override
  public Map<String, String> facts() {
    return Map.copyOf(facts);
  }

  @Override
  public double[] run(int steps) {
    byte[] request = "steps %d\n".formatted(steps).getBytes(StandardCharsets.UTF_8);
    send(output -> output.write(request));
    return await(PeerReply.Took.class).parts().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Sends {@code text}. A process that ended cannot be written to; its replies tell the reason. */
  private void send(Introduction text) {
    try {
      text.writeTo(requests);
      requests.flush();
    } catch (IOException e) {
      remark = String.valueOf(e.getMessage());
    }
  }

  private <T extends PeerReply> T await(Class<T> expected) {
    while (true) {
      PeerReply reply = PeerReply.parse(line());
      if (expected.isInstance(reply)) {
        return expected.cast(reply);
      }
      note(reply);
    }
  }

  private void note(PeerReply reply) {
    if (reply instanceof PeerReply.Fact fact) {
      facts.put(fact.name(), fact.value());
    } else if (reply instanceof PeerReply.GaveUp gaveUp) {
      throw BenchException.of(name, gaveUp.reason());
    } else {
      remark = String.valueOf(reply);
    }
  }

  private String line() {
    try {
      String line =
          CompletableFuture.supplyAsync(this::readLine)
              .get(LONGEST_REPLY.toSeconds(), TimeUnit.SECONDS);
      if (line == null) {
        throw ended();
      }
      return line;
    } catch (TimeoutException e) {
      throw BenchException.of(
          name, "it must answer within %d s, got no answer".formatted(LONGEST_REPLY.toSeconds()));
    } catch (ExecutionException e) {
      throw BenchException.of(name, "its answers must be readable, got " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw BenchException.of(name, "it was interrupted");
    }
  }

  private @Nullable String readLine() {
    try {
      return replies.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BenchException ended() throws InterruptedException {
    return BenchException.of(
        name,
        "its process must go on, got its end with exit code %d after %s"
            .formatted(process.waitFor(), remark));
  }

  @Override
  public void close() {
    try {
      requests.close();
      if (!process.waitFor(LONGEST_GOODBYE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

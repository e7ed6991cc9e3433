package prunesweep.trainer.data.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import prunesweep.trainer.data.file.FailureReason;
import prunesweep.trainer.data.idx.IdxFile;

/** The files at a publisher's address. */
final class PublisherSource implements FetchSource {

  private static final int OK = 200;

  private final URI base;
  private final FetchLimits limits;
  private final HttpClient client;

  PublisherSource(URI base, FetchLimits limits) {
    this.base = base;
    this.limits = limits;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(limits.connect())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  @Override
  public String name() {
    return base.toString();
  }

  @Override
  public void fetch(Path directory, FetchListener listener)
      throws IOException, InterruptedException {
    for (IdxFile file : IdxFile.values()) {
      try {
        download(file.gzipName(), directory, listener);
      } catch (IOException e) {
        throw new IOException(file.gzipName() + ": " + FailureReason.of(e), e);
      }
    }
  }

  private void download(String file, Path directory, FetchListener listener)
      throws IOException, InterruptedException {
    URI address = base.resolve(file);
    listener.progress(address.toString(), 0);
    HttpRequest request = HttpRequest.newBuilder(address).timeout(limits.file()).build();
    BodyHandler<Path> intoFile =
        answer ->
            answer.statusCode() == OK
                ? new MeasuredBody<>(
                    BodySubscribers.ofFile(directory.resolve(file)),
                    limits.bytes(),
                    bytes -> listener.progress(address.toString(), bytes))
                : BodySubscribers.replacing(directory);
    int status = await(client.sendAsync(request, intoFile)).statusCode();
    if (status != OK) {
      throw new IOException("HTTP status " + status);
    }
  }

  private HttpResponse<Path> await(CompletableFuture<HttpResponse<Path>> answer)
      throws IOException, InterruptedException {
    try {
      return answer.get(limits.file().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("not complete after %d s".formatted(limits.file().toSeconds()), e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
    } finally {
      answer.cancel(true);
    }
  }
}

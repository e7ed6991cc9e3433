package prunesweep.trainer.data.fetch;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The body of an answer, counted on its way and cut off when it is too long. */
final class MeasuredBody<T> implements BodySubscriber<T> {

  private final BodySubscriber<T> body;
  private final long most;
  private final LongConsumer received;
  private @Nullable Subscription subscription;
  private long bytes;

  /** Hands everything on to {@code body} and the running count to {@code received}. */
  MeasuredBody(BodySubscriber<T> body, long most, LongConsumer received) {
    this.body = body;
    this.most = most;
    this.received = received;
  }

  @Override
  public CompletionStage<T> getBody() {
    return body.getBody();
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    this.subscription = subscription;
    body.onSubscribe(subscription);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    bytes += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    if (bytes > most) {
      Objects.requireNonNull(subscription).cancel();
      body.onError(new IOException("more than %d bytes".formatted(most)));
      return;
    }
    received.accept(bytes);
    body.onNext(buffers);
  }

  @Override
  public void onError(Throwable failure) {
    body.onError(failure);
  }

  @Override
  public void onComplete() {
    body.onComplete();
  }
}

package prunesweep.trainer.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.trainer.data.DataException;
import prunesweep.trainer.data.idx.IdxBytes;
import prunesweep.trainer.data.idx.IdxFile;
import prunesweep.trainer.data.source.DatasetCatalogue;
import prunesweep.trainer.data.source.DatasetLoader;
import prunesweep.trainer.data.source.DatasetPlaces;
import prunesweep.trainer.data.source.KnownDataset;
import prunesweep.trainer.data.source.SmallDataset;
import prunesweep.trainer.machine.CommandRunner;

class DatasetFetcherTest {

  private static final FetchLimits LIMITS =
      new FetchLimits(
          Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(20), 100_000);

  @TempDir Path root;
  private final TestPublisher publisher = new TestPublisher();

  @AfterEach
  void close() {
    publisher.close();
  }

  @Test
  void putsTheVerifiedFilesIntoTheCache() {
    FetchOutcome outcome = fetch(LIMITS, publisher.base());
    assertThat(outcome.sentence())
        .isEqualTo("small was fetched from %s into %s", publisher.base(), cached());
    assertThat(names(root.resolve("cache"))).containsExactly("small");
    assertThat(names(cached()))
        .containsExactlyInAnyOrder(
            Arrays.stream(IdxFile.values()).map(IdxFile::gzipName).toArray(String[]::new));
    assertThat(
            new DatasetLoader(SmallDataset.catalogue(), places())
                .load(SmallDataset.NAME, Optional.empty())
                .content())
        .isEmpty();
  }

  @Test
  void doesNothingWhereItIsAlreadyThere() {
    fetch(LIMITS, publisher.base());
    int asked = publisher.asked().size();
    FetchOutcome again = fetch(LIMITS, publisher.base());
    assertThat(again.sentence()).isEqualTo("small is already there and as published: %s", cached());
    assertThat(publisher.asked()).hasSize(asked);
  }

  @Test
  void tellsHowItGoesOn() {
    List<String> sources = new ArrayList<>();
    fetcher(LIMITS, TestCommands.none(), publisher.base())
        .fetch(
            SmallDataset.NAME,
            (source, bytes) -> {
              if (bytes == 0) {
                sources.add(source);
              }
            });
    assertThat(sources)
        .containsExactlyElementsOf(
            Arrays.stream(IdxFile.values()).map(f -> publisher.base() + f.gzipName()).toList());
  }

  @Test
  void followsARedirection() {
    try (TestPublisher mirror = new TestPublisher()) {
      String moved = mirror.base().resolve(IdxFile.TEST_IMAGES.gzipName()).toString();
      publisher.serve(IdxFile.TEST_IMAGES, TestPublisher.redirect(moved));
      assertThat(fetch(LIMITS, publisher.base()).source()).contains(publisher.base().toString());
      assertThat(mirror.asked()).containsExactly("/data/t10k-images-idx3-ubyte.gz");
    }
  }

  @Test
  void asksTheNextPublisherWhenOneFails() throws IOException {
    URI dead = deadAddress();
    FetchOutcome outcome = fetch(LIMITS, dead, publisher.base());
    assertThat(outcome.source()).contains(publisher.base().toString());
  }

  @Test
  void saysWhatWasTriedAndWhatToDo() throws IOException {
    URI dead = deadAddress();
    publisher.serve(IdxFile.TRAIN_LABELS, TestPublisher.body(404, new byte[0]));
    assertThatThrownBy(() -> fetch(LIMITS, dead, publisher.base()))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot fetch small: every source failed: %s (train-images-idx3-ubyte.gz: no"
                + " connection), %s (train-labels-idx1-ubyte.gz: HTTP status 404), the Debian"
                + " package dataset-small (this machine has no apt-get); put its four files into"
                + " %s or set dataset.dir",
            dead, publisher.base(), cached());
    assertThat(names(root.resolve("cache"))).isEmpty();
  }

  @Test
  void refusesOtherContents() {
    byte[] labels = SmallDataset.content(IdxFile.TEST_LABELS);
    labels[8] = 7;
    publisher.serve(IdxFile.TEST_LABELS, TestPublisher.body(200, IdxBytes.gzip(labels)));
    assertThat(reason(publisher.base()))
        .isEqualTo(
            "Cannot read t10k-labels-idx1-ubyte.gz: the SHA-256 of its uncompressed content must"
                + " be %s as published for small, got %s",
            SmallDataset.known().sum(IdxFile.TEST_LABELS), SmallDataset.sum(labels));
  }

  @Test
  void refusesATruncatedFile() {
    byte[] whole = IdxBytes.gzip(SmallDataset.content(IdxFile.TRAIN_IMAGES));
    publisher.serve(
        IdxFile.TRAIN_IMAGES, TestPublisher.body(200, Arrays.copyOf(whole, whole.length / 2)));
    assertThat(reason(publisher.base()))
        .isEqualTo(
            "Cannot read train-images-idx3-ubyte.gz: its gzip data must be complete, got an early"
                + " end");
  }

  @Test
  void refusesABrokenConnection() {
    byte[] whole = IdxBytes.gzip(SmallDataset.content(IdxFile.TRAIN_IMAGES));
    publisher.serve(IdxFile.TRAIN_IMAGES, TestPublisher.cutOff(whole));
    assertThat(reason(publisher.base())).startsWith("train-images-idx3-ubyte.gz: ");
  }

  @Test
  void refusesAPageInPlaceOfAFile() {
    byte[] page = "<html>Please log in</html>".getBytes(StandardCharsets.UTF_8);
    publisher.serve(IdxFile.TRAIN_LABELS, TestPublisher.body(200, page));
    assertThat(reason(publisher.base()))
        .isEqualTo(
            "Cannot read train-labels-idx1-ubyte.gz: its magic number must be 0x00000801 (IDX"
                + " labels), got 0x3c68746d");
  }

  @Test
  void refusesAFileWithoutEnd() {
    publisher.serve(IdxFile.TRAIN_LABELS, TestPublisher.body(200, new byte[200_000]));
    assertThat(reason(publisher.base()))
        .isEqualTo("train-labels-idx1-ubyte.gz: more than 100000 bytes");
  }

  @Test
  void doesNotWaitForEver() {
    CountDownLatch never = new CountDownLatch(1);
    publisher.serve(
        IdxFile.TRAIN_IMAGES,
        exchange -> {
          exchange.sendResponseHeaders(200, 10);
          exchange.getResponseBody().write(1);
          exchange.getResponseBody().flush();
          try {
            never.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    FetchLimits hasty =
        new FetchLimits(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), 1000);
    DataException thrown =
        catchThrowableOfType(DataException.class, () -> fetch(hasty, publisher.base()));
    assertThat(thrown).hasMessageContaining("train-images-idx3-ubyte.gz: not complete after 1 s");
    never.countDown();
  }

  @Test
  void fallsBackToThePackage() throws IOException {
    URI dead = deadAddress();
    FetchOutcome outcome =
        fetcher(LIMITS, TestCommands.working(), dead).fetch(SmallDataset.NAME, (s, b) -> {});
    assertThat(outcome.source()).contains("the Debian package dataset-small");
    assertThat(names(cached())).hasSize(4);
    assertThat(names(root.resolve("cache"))).containsExactly("small");
  }

  @Test
  void replacesABrokenCopyInTheCache() throws IOException {
    SmallDataset.write(cached());
    Files.write(cached().resolve(IdxFile.TEST_LABELS.gzipName()), new byte[3]);
    assertThat(fetch(LIMITS, publisher.base()).source()).isPresent();
    assertThat(fetch(LIMITS, publisher.base()).source()).isEmpty();
    assertThat(names(root.resolve("cache"))).containsExactly("small");
  }

  @Test
  void keepsABrokenCopyWhenNothingBetterCanBeHad() throws IOException {
    SmallDataset.write(cached());
    Files.write(cached().resolve(IdxFile.TEST_LABELS.gzipName()), new byte[3]);
    publisher.serve(IdxFile.TEST_LABELS, TestPublisher.body(503, new byte[0]));
    assertThat(reason(publisher.base())).isEqualTo("t10k-labels-idx1-ubyte.gz: HTTP status 503");
    assertThat(names(cached())).hasSize(4);
  }

  @Test
  void refusesToHideABrokenCopyOfTheSystem() throws IOException {
    Path system = SmallDataset.write(root.resolve("usual").resolve("small"));
    Files.write(system.resolve(IdxFile.TEST_LABELS.gzipName()), new byte[3]);
    assertThatThrownBy(() -> fetch(LIMITS, publisher.base()))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("Cannot read " + system.resolve(IdxFile.TEST_LABELS.gzipName()));
    assertThat(publisher.asked()).isEmpty();
  }

  @Test
  void clearsAwayWhatAKilledFetchLeft() throws IOException {
    Path old = Files.createDirectories(root.resolve("cache").resolve(".fetch-old"));
    Files.createFile(old.resolve("half"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    Files.createDirectories(root.resolve("cache").resolve(".fetch-running"));
    fetch(LIMITS, publisher.base());
    assertThat(names(root.resolve("cache"))).containsExactlyInAnyOrder("small", ".fetch-running");
  }

  @Test
  void saysThatTheCacheCannotBeWritten() throws IOException {
    Files.createFile(root.resolve("cache"));
    assertThatThrownBy(() -> fetch(LIMITS, publisher.base()))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot fetch small: the cache %s must be writable, got FileAlreadyExistsException %s",
            root.resolve("cache"), root.resolve("cache"));
  }

  @Test
  void refusesAnUnknownName() {
    assertThatThrownBy(
            () -> fetcher(LIMITS, TestCommands.none()).fetch("smal", (source, bytes) -> {}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("(did you mean small?)");
  }

  @Test
  void canBeInterrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> fetch(LIMITS, publisher.base()))
        .isInstanceOf(DataException.class)
        .hasMessage("Cannot fetch small: it was interrupted");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(names(root.resolve("cache"))).isEmpty();
  }

  /** The reason why the only publisher failed; nothing new may be in the cache then. */
  private String reason(URI base) {
    DataException thrown = catchThrowableOfType(DataException.class, () -> fetch(LIMITS, base));
    String message = String.valueOf(thrown.getMessage());
    assertThat(names(root.resolve("cache"))).allMatch("small"::equals);
    int start = message.indexOf(base + " (") + base.toString().length() + 2;
    return message.substring(start, message.indexOf("), the Debian package"));
  }

  private FetchOutcome fetch(FetchLimits limits, URI... publishers) {
    return fetcher(limits, TestCommands.none(), publishers)
        .fetch(SmallDataset.NAME, (source, bytes) -> {});
  }

  private DatasetFetcher fetcher(FetchLimits limits, CommandRunner commands, URI... publishers) {
    KnownDataset known = SmallDataset.known(List.of(publishers), Optional.of("dataset-small"));
    return new DatasetFetcher(new DatasetCatalogue(List.of(known)), places(), commands, limits);
  }

  private DatasetPlaces places() {
    return new DatasetPlaces(List.of(root.resolve("usual")), root.resolve("cache"));
  }

  private Path cached() {
    return root.resolve("cache").resolve("small");
  }

  private static URI deadAddress() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:%d/".formatted(socket.getLocalPort()));
    }
  }

  private static List<String> names(Path directory) {
    String[] names = directory.toFile().list();
    return names == null ? List.of() : List.of(names);
  }
}

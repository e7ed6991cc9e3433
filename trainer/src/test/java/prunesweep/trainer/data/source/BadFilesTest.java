package prunesweep.trainer.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import prunesweep.trainer.data.DataException;
import prunesweep.trainer.data.LoadedDataset;
import prunesweep.trainer.data.idx.IdxBytes;
import prunesweep.trainer.data.idx.IdxFile;

/** Each way a file of a data set can be broken, and the one sentence it gives. */
class BadFilesTest {

  private static final String TRAIN_IMAGES = "train-images-idx3-ubyte.gz";
  private static final String TRAIN_LABELS = "train-labels-idx1-ubyte.gz";
  private static final String TEST_IMAGES = "t10k-images-idx3-ubyte.gz";
  private static final String TEST_LABELS = "t10k-labels-idx1-ubyte.gz";

  @TempDir Path directory;

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFiles")
  void givesOneSentence(BadFile bad) throws IOException {
    SmallDataset.write(directory);
    Path file = directory.resolve(bad.file());
    Files.delete(file);
    bad.change().at(file);
    DataException thrown = catchThrowableOfType(DataException.class, this::load);
    assertThat(thrown).hasMessage(bad.sentence().replace("DIR", directory.toString()));
    assertThat(thrown.getMessage()).doesNotContain("\n").doesNotContain("Exception");
  }

  private LoadedDataset load() {
    return new DatasetLoader(SmallDataset.catalogue(), new DatasetPlaces(List.of(), directory))
        .load(SmallDataset.NAME, Optional.of(directory));
  }

  static Stream<BadFile> badFiles() {
    return Stream.of(lengths(), headers(), gzip(), places(), labels(), together())
        .flatMap(Function.identity());
  }

  private static Stream<BadFile> lengths() {
    byte[] images = SmallDataset.content(IdxFile.TRAIN_IMAGES);
    byte[] labels = SmallDataset.content(IdxFile.TRAIN_LABELS);
    String length = "its data after the header must be the ";
    return Stream.of(
        images("empty file", new byte[0])
            .says("its length must be at least the 16 bytes of an IDX header, got an empty file"),
        labels("empty label file", new byte[0])
            .says("its length must be at least the 8 bytes of an IDX header, got an empty file"),
        images("gzip of nothing", IdxBytes.gzip(new byte[0]))
            .says("its length must be at least the 16 bytes of an IDX header, got an empty file"),
        images("one byte", new byte[] {0})
            .says("its length must be at least the 16 bytes of an IDX header, got 1"),
        images("half a header", Arrays.copyOf(images, 15))
            .says("its length must be at least the 16 bytes of an IDX header, got 15"),
        labels("half a label header", Arrays.copyOf(labels, 7))
            .says("its length must be at least the 8 bytes of an IDX header, got 7"),
        images("a header only", Arrays.copyOf(images, 16))
            .says(length + "20 x 4 x 3 bytes it declares, got a file of 16 bytes"),
        images("plain, one byte short", Arrays.copyOf(images, images.length - 1))
            .says(length + "20 x 4 x 3 bytes it declares, got only 239"),
        images("gzip of truncated", IdxBytes.gzip(Arrays.copyOf(images, 16 + 100)))
            .says(length + "20 x 4 x 3 bytes it declares, got only 100"),
        labels("labels truncated", IdxBytes.gzip(Arrays.copyOf(labels, labels.length - 3)))
            .says(length + "20 bytes it declares, got only 17"),
        images("plain, one byte long", Arrays.copyOf(images, images.length + 1))
            .says(length + "20 x 4 x 3 bytes it declares, got more"),
        images("gzip, one byte long", IdxBytes.gzip(Arrays.copyOf(images, images.length + 1)))
            .says(length + "20 x 4 x 3 bytes it declares, got more"),
        labels("labels longer", Arrays.copyOf(labels, labels.length + 9))
            .says(length + "20 bytes it declares, got more"));
  }

  private static Stream<BadFile> headers() {
    byte[] data = new byte[84];
    byte[] liar = IdxBytes.gzip(IdxBytes.join(IdxBytes.header(0x803, 2_000_000_000, 1, 1), data));
    return Stream.of(
        images("labels in place of images", SmallDataset.content(IdxFile.TRAIN_LABELS))
            .says("its magic number must be 0x00000803 (IDX images), got 0x00000801"),
        labels("images in place of labels", SmallDataset.content(IdxFile.TRAIN_IMAGES))
            .says("its magic number must be 0x00000801 (IDX labels), got 0x00000803"),
        images("a text", "<html>Not found</html>".getBytes(StandardCharsets.UTF_8))
            .says("its magic number must be 0x00000803 (IDX images), got 0x3c68746d"),
        images("zeros", new byte[300])
            .says("its magic number must be 0x00000803 (IDX images), got 0x00000000"),
        images("little-endian", IdxBytes.join(IdxBytes.header(0x03080000, 1, 1, 1), new byte[1]))
            .says("its magic number must be 0x00000803 (IDX images), got 0x03080000"),
        images("no images", IdxBytes.header(IdxBytes.IMAGES, 0, 4, 3))
            .says("its number of images must be at least 1, got 0"),
        images("no rows", IdxBytes.header(IdxBytes.IMAGES, 20, 0, 3))
            .says("its number of rows must be at least 1, got 0"),
        images("no columns", IdxBytes.header(IdxBytes.IMAGES, 20, 4, 0))
            .says("its number of columns must be at least 1, got 0"),
        labels("no labels", IdxBytes.header(IdxBytes.LABELS, 0))
            .says("its number of labels must be at least 1, got 0"),
        images("two billion", IdxBytes.join(IdxBytes.header(0x803, 2_000_000_000, 28, 28), data))
            .says(
                "its data after the header must be the 2000000000 x 28 x 28 bytes it declares, got"
                    + " a file of 100 bytes"),
        images("most there can be", IdxBytes.join(IdxBytes.header(0x803, -1, -1, -1), data))
            .says(
                "its data after the header must be the 4294967295 x 4294967295 x 4294967295 bytes"
                    + " it declares, got a file of 100 bytes"),
        labels("two billion labels", IdxBytes.join(IdxBytes.header(0x801, 2_000_000_000), data))
            .says(
                "its data after the header must be the 2000000000 bytes it declares, got a file of"
                    + " 92 bytes"),
        images("gzip of two billion", liar)
            .says(
                "its data after the header must be the 2000000000 x 1 x 1 bytes it declares, got a"
                    + " file of %d bytes".formatted(liar.length)));
  }

  private static Stream<BadFile> gzip() {
    byte[] whole = IdxBytes.gzip(SmallDataset.content(IdxFile.TRAIN_IMAGES));
    byte[] badSum = whole.clone();
    badSum[whole.length - 6] ^= 1;
    byte[] badMethod = whole.clone();
    badMethod[2] = 7;
    byte[] badData = whole.clone();
    Arrays.fill(badData, 12, 20, (byte) 0xff);
    byte[] bomb =
        IdxBytes.gzip(
            IdxBytes.join(IdxBytes.header(IdxBytes.IMAGES, 80 << 20, 1, 1), new byte[80 << 20]));
    return Stream.of(
        images("the two bytes of gzip", Arrays.copyOf(whole, 2))
            .says("its gzip data must be complete, got an early end"),
        images("gzip cut off", Arrays.copyOf(whole, whole.length / 2))
            .says("its gzip data must be complete, got an early end"),
        images("gzip without its end", Arrays.copyOf(whole, whole.length - 8))
            .says("its gzip data must be complete, got an early end"),
        images("gzip with a wrong check sum", badSum)
            .says("its gzip data must be undamaged, got Corrupt GZIP trailer"),
        images("gzip of an unknown method", badMethod)
            .says("its gzip data must be undamaged, got Unsupported compression method"),
        images("gzip of a thousand times its size", bomb)
            .says("its gzip data must be undamaged, got more than 500 times its size"),
        images("gzip with damaged data", badData)
            .says("its gzip data must be undamaged, got invalid stored block lengths"));
  }

  private static Stream<BadFile> places() {
    return Stream.of(
        new BadFile("a directory", TRAIN_IMAGES, Files::createDirectory, "")
            .says("it must be a file, got a directory"),
        new BadFile("a device", TEST_LABELS, link("/dev/null"), "")
            .says("it must be a file, got a device or pipe"),
        new BadFile(
            "nothing",
            TRAIN_LABELS,
            file -> {},
            "Cannot load small: dataset.dir must hold its four files (plain or .gz), got DIR"
                + " without train-labels-idx1-ubyte"),
        new BadFile(
            "a link to nothing",
            TEST_IMAGES,
            link("/nowhere/at/all"),
            "Cannot load small: dataset.dir must hold its four files (plain or .gz), got DIR"
                + " without t10k-images-idx3-ubyte"));
  }

  private static Change link(String target) {
    return file -> Files.createSymbolicLink(file, Path.of(target));
  }

  private static Stream<BadFile> labels() {
    byte[] last = SmallDataset.content(IdxFile.TRAIN_LABELS);
    last[last.length - 1] = 10;
    byte[] test = SmallDataset.content(IdxFile.TEST_LABELS);
    test[8] = (byte) 255;
    return Stream.of(
        labels("label 10", last).says("label 19 must be from 0 to 9, got 10"),
        new BadFile("label 255", TEST_LABELS, write(test), "")
            .says("label 0 must be from 0 to 9, got 255"));
  }

  private static Stream<BadFile> together() {
    return Stream.of(
        labels("one label too few", IdxBytes.labels(19))
            .says(
                "its number of labels must be 20 as the images of DIR/train-images-idx3-ubyte.gz,"
                    + " got 19"),
        new BadFile("one test label too many", TEST_LABELS, write(IdxBytes.labels(6)), "")
            .says(
                "its number of labels must be 5 as the images of DIR/t10k-images-idx3-ubyte.gz,"
                    + " got 6"),
        new BadFile("other test images", TEST_IMAGES, write(IdxBytes.images(5, 3, 4, 1)), "")
            .says(
                "the size of its images must be 4 x 3 as in DIR/train-images-idx3-ubyte.gz, got 3 x"
                    + " 4"),
        new BadFile(
                "nine training images",
                TRAIN_IMAGES,
                file -> {
                  Files.write(file, IdxBytes.images(9, 4, 3, 1));
                  Files.write(file.resolveSibling(TRAIN_LABELS), IdxBytes.labels(9));
                },
                "")
            .says(
                "its number of training images must be at least 10, of which a tenth is held out,"
                    + " got 9"));
  }

  private static BadFile images(String what, byte[] content) {
    return new BadFile(what, TRAIN_IMAGES, write(content), "");
  }

  private static BadFile labels(String what, byte[] content) {
    return new BadFile(what, TRAIN_LABELS, write(content), "");
  }

  private static Change write(byte[] content) {
    return file -> Files.write(file, content);
  }

  /** Puts something in a file's place. */
  @FunctionalInterface
  interface Change {
    void at(Path file) throws IOException;
  }

  record BadFile(String what, String file, Change change, String sentence) {

    BadFile says(String rest) {
      return new BadFile(what, file, change, "Cannot read DIR/%s: %s".formatted(file, rest));
    }

    @Override
    public String toString() {
      return what;
    }
  }
}

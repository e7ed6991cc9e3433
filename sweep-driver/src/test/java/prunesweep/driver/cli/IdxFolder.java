package prunesweep.driver.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A directory with the four files of a very small data set, to be spoilt by tests. */
final class IdxFolder {

  static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
  static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
  static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
  static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

  private static final int SIDE = 4;
  private static final int TRAIN = 40;
  private static final int TEST = 10;

  private final Path folder;

  private IdxFolder(Path folder) {
    this.folder = folder;
  }

  /** A folder in {@code directory} with four good files. */
  static IdxFolder in(Path directory) {
    return new IdxFolder(directory)
        .with(TRAIN_IMAGES, images(TRAIN))
        .with(TRAIN_LABELS, labels(TRAIN))
        .with(TEST_IMAGES, images(TEST))
        .with(TEST_LABELS, labels(TEST));
  }

  /** The same folder with other bytes in one file. */
  IdxFolder with(String name, byte[] content) {
    try {
      Files.write(folder.resolve(name), content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same folder without one file. */
  IdxFolder without(String name) {
    try {
      Files.delete(folder.resolve(name));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] images(int count) {
    ByteBuffer bytes = ByteBuffer.allocate(16 + count * SIDE * SIDE);
    bytes.putInt(0x803).putInt(count).putInt(SIDE).putInt(SIDE);
    while (bytes.hasRemaining()) {
      bytes.put((byte) (bytes.position() * 31));
    }
    return bytes.array();
  }

  static byte[] labels(int count) {
    ByteBuffer bytes = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
    while (bytes.hasRemaining()) {
      bytes.put((byte) (bytes.position() % 10));
    }
    return bytes.array();
  }

  /** Good labels but for one. */
  static byte[] labelsWith(int label) {
    byte[] bytes = labels(TRAIN);
    bytes[8 + 3] = (byte) label;
    return bytes;
  }

  /** All of {@code content} but the last bytes. */
  static byte[] truncated(byte[] content) {
    return Arrays.copyOf(content, content.length - 5);
  }
}

package prunesweep.trainer.export.numpy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import prunesweep.trainer.export.ArraySink;
import prunesweep.trainer.export.ArraySource;
import prunesweep.trainer.export.NetworkArrays;
import prunesweep.trainer.export.TrainedNetwork;
import prunesweep.trainer.export.UnreadableNetworkException;

/** Networks as {@code npz} files of NumPy, which has a {@code npy} file for each named array. */
public final class NpzFile {

  private static final String SUFFIX = ".npy";

  private NpzFile() {}

  /** The bytes of a file with {@code network}. */
  public static byte[] of(TrainedNetwork network) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      NetworkArrays.write(network, new Sink(zip));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * The network in {@code file}, which has the bytes of {@link #of}.
   *
   * @throws UnreadableNetworkException if it holds something else
   */
  public static TrainedNetwork read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      Map<String, byte[]> arrays = new HashMap<>();
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        arrays.put(entry.getName(), zip.readAllBytes());
      }
      return NetworkArrays.read(new Source(arrays))
          .orElseThrow(() -> new IOException("arrays are missing"));
    } catch (IOException | RuntimeException e) {
      throw UnreadableNetworkException.foreign(file, "NumPy's npz", e);
    }
  }

  private record Sink(ZipOutputStream zip) implements ArraySink {

    private void put(String name, NpyArray array) {
      try {
        ZipEntry entry = new ZipEntry(name + SUFFIX);
        entry.setTime(0); // Equal networks make equal files.
        zip.putNextEntry(entry);
        zip.write(array.toBytes());
        zip.closeEntry();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void floats(String name, float[] values, int... shape) {
      ByteBuffer numbers = NpyArray.buffer(values.length * Float.BYTES);
      numbers.asFloatBuffer().put(values);
      List<Integer> sizes = Arrays.stream(shape).boxed().toList();
      put(name, new NpyArray("<f4", sizes, numbers.array()));
    }

    @Override
    public void doubles(String name, double[] values) {
      ByteBuffer numbers = NpyArray.buffer(values.length * Double.BYTES);
      numbers.asDoubleBuffer().put(values);
      put(name, new NpyArray("<f8", List.of(values.length), numbers.array()));
    }

    @Override
    public void integers(String name, List<Integer> values) {
      ByteBuffer numbers = NpyArray.buffer(values.size() * Long.BYTES);
      values.forEach(numbers::putLong);
      put(name, new NpyArray("<i8", List.of(values.size()), numbers.array()));
    }

    @Override
    public void texts(String name, List<String> values) {
      put(name, NpyArray.ofTexts(values));
    }
  }

  private record Source(Map<String, byte[]> arrays) implements ArraySource {

    private Optional<NpyArray> array(String name) {
      return Optional.ofNullable(arrays.get(name + SUFFIX)).map(NpyArray::of);
    }

    private Optional<ByteBuffer> numbers(String name, String type) {
      return array(name)
          .filter(array -> array.type().equals(type))
          .map(array -> ByteBuffer.wrap(array.content()).order(ByteOrder.LITTLE_ENDIAN));
    }

    @Override
    public Optional<float[]> floats(String name) {
      return numbers(name, "<f4")
          .map(
              numbers -> {
                float[] values = new float[numbers.remaining() / Float.BYTES];
                numbers.asFloatBuffer().get(values);
                return values;
              });
    }

    @Override
    public Optional<double[]> doubles(String name) {
      return numbers(name, "<f8")
          .map(
              numbers -> {
                double[] values = new double[numbers.remaining() / Double.BYTES];
                numbers.asDoubleBuffer().get(values);
                return values;
              });
    }

    @Override
    public Optional<List<Integer>> integers(String name) {
      return numbers(name, "<i8")
          .map(
              numbers -> {
                long[] values = new long[numbers.remaining() / Long.BYTES];
                numbers.asLongBuffer().get(values);
                return Arrays.stream(values).mapToInt(Math::toIntExact).boxed().toList();
              });
    }

    @Override
    public Optional<List<String>> texts(String name) {
      return array(name).map(NpyArray::texts);
    }
  }
}

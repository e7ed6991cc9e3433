package prunesweep.trainer.checkpoint;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Set;

/**
 * Records, lists of them and classes of this program as bytes: what else Java could make of bytes
 * is refused.
 */
final class Records {

  private static final Set<String> PLAIN = Set.of("java.lang", "java.util");

  private Records() {}

  static byte[] write(Serializable records) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(records);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory takes all bytes there are", e);
    }
    return bytes.toByteArray();
  }

  /**
   * What {@link #write} wrote.
   *
   * @throws DamagedCheckpointException if it is of other classes than this program has
   */
  static Serializable read(byte[] bytes) {
    try (ObjectInputStream in = new OfThisThread(new ByteArrayInputStream(bytes))) {
      in.setObjectInputFilter(Records::status);
      return (Serializable) in.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new DamagedCheckpointException("records", "of classes that this program has", e);
    }
  }

  private static ObjectInputFilter.Status status(ObjectInputFilter.FilterInfo info) {
    Class<?> type = info.serialClass();
    if (type == null) {
      return ObjectInputFilter.Status.UNDECIDED;
    }
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    boolean isData =
        element.isPrimitive()
            || element.isRecord()
            || element.isEnum()
            || PLAIN.contains(element.getPackageName())
            || element.getPackageName().startsWith("prunesweep.");
    return isData ? ObjectInputFilter.Status.ALLOWED : ObjectInputFilter.Status.REJECTED;
  }

  /** Finds the classes of methods and scores that came along with a sweep. */
  private static final class OfThisThread extends ObjectInputStream {

    OfThisThread(InputStream in) throws IOException {
      super(in);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description)
        throws IOException, ClassNotFoundException {
      try {
        return super.resolveClass(description);
      } catch (ClassNotFoundException e) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return Class.forName(description.getName(), false, loader);
      }
    }
  }
}

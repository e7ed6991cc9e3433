package prunesweep.trainer.export.numpy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An array in the {@code npy} format, version 1.0: a header, which is a literal of Python, and the
 * contents, last index fastest (NumPy's NEP 1).
 *
 * @param type NumPy's word for the type, e.g. {@code <f4}
 * @param shape how long it is in each direction
 * @param content its elements, little end first
 */
@SuppressWarnings("ArrayRecordComponent") // Written once, read once.
record NpyArray(String type, List<Integer> shape, byte[] content) {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;
  private static final Charset TEXT = Charset.forName("UTF-32LE");
  private static final Pattern TYPE = Pattern.compile("'descr': '([^']+)'");
  private static final Pattern LENGTH_OF_TEXTS = Pattern.compile("<U(\\d{1,6})");

  /** Room for {@code bytes} bytes of numbers. */
  static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** An array of {@code texts}, each of which takes as much room as the longest. */
  static NpyArray ofTexts(List<String> texts) {
    int longest =
        Math.max(1, texts.stream().mapToInt(text -> text.getBytes(TEXT).length).max().orElse(0));
    int length = (longest + Integer.BYTES - 1) / Integer.BYTES;
    ByteBuffer content = buffer(texts.size() * length * Integer.BYTES);
    for (int index = 0; index < texts.size(); index++) {
      content.position(index * length * Integer.BYTES).put(texts.get(index).getBytes(TEXT));
    }
    return new NpyArray("<U" + length, List.of(texts.size()), content.array());
  }

  /**
   * The array in the bytes of a file.
   *
   * @throws RuntimeException of any kind if they are none of version 1.0
   */
  static NpyArray of(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    byte[] header = new byte[bytes.position(MAGIC.length).getShort()];
    bytes.get(header);
    Matcher type = TYPE.matcher(new String(header, StandardCharsets.ISO_8859_1));
    if (!type.find()) {
      throw new IllegalArgumentException("An array must say its type");
    }
    byte[] content = new byte[bytes.remaining()];
    bytes.get(content);
    return new NpyArray(type.group(1), List.of(), content);
  }

  /** Its elements, if they are texts. */
  List<String> texts() {
    Matcher length = LENGTH_OF_TEXTS.matcher(type);
    if (!length.matches()) {
      throw new IllegalArgumentException("An array of texts must be of type <U, got " + type);
    }
    int each = Integer.parseInt(length.group(1)) * Integer.BYTES;
    List<String> texts = new ArrayList<>();
    for (int at = 0; at < content.length; at += each) {
      texts.add(new String(content, at, each, TEXT).replaceAll("\0+$", ""));
    }
    return texts;
  }

  /** The bytes of a file with it. */
  byte[] toBytes() {
    String sizes = shape.stream().map(size -> size + ",").collect(Collectors.joining(" "));
    String words =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(type, sizes);
    int start = MAGIC.length + Short.BYTES;
    int padding = ALIGNMENT - (start + words.length() + 1) % ALIGNMENT;
    String header = words + " ".repeat(padding) + "\n";
    ByteBuffer file = buffer(start + header.length() + content.length);
    file.put(MAGIC).putShort((short) header.length());
    file.put(header.getBytes(StandardCharsets.ISO_8859_1)).put(content);
    return file.array();
  }
}

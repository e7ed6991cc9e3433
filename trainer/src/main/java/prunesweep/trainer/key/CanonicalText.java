package prunesweep.trainer.key;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The one text of a trial or stage: a line a key, {@code key=value}, sorted by key. Numbers are
 * written as the shortest exact decimal, so that 0.8, 0.80 and 8e-1 are the same trial.
 *
 * <p>A key added later must be left out where it says what was always so; else every id made before
 * it would change.
 */
public final class CanonicalText {

  private static final int ID_DIGITS = 16;

  private final Map<String, String> lines = new TreeMap<>();

  /** Adds a line; a key stands there once. */
  public void put(String key, String value) {
    String before = lines.put(key, value);
    if (before != null) {
      throw new IllegalStateException("The key " + key + " is written twice");
    }
  }

  /** Adds a line with a whole number. */
  public void put(String key, long value) {
    put(key, Long.toString(value));
  }

  /** Adds a line with a finite number. */
  public void put(String key, double value) {
    put(key, shortest(value));
  }

  /** The shortest decimal that reads back as {@code value}; Double.toString is not it before 19. */
  static String shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    int digits = 1;
    while (exact.round(new MathContext(digits)).doubleValue() != value) {
      digits++;
    }
    return exact.round(new MathContext(digits)).stripTrailingZeros().toPlainString();
  }

  /** The first 16 hexadecimal digits of the SHA-256 of this text: an id. */
  public String hash() {
    byte[] hash = sha256().digest(toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** The values by key, sorted by key. */
  public Map<String, String> lines() {
    return Collections.unmodifiableMap(lines);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    lines.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    return text.toString();
  }
}

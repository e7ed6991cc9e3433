package prunesweep.trainer.spec;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The name of a trial: the first 16 hexadecimal digits of the SHA-256 of its canonical text. Equal
 * trials have equal ids on every machine and in every run.
 *
 * @param value 16 lower-case hexadecimal digits
 */
public record TrialId(String value) implements Comparable<TrialId> {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");
  private static final int DIGITS = 16;

  public TrialId {
    if (!FORM.matcher(value).matches()) {
      throw new InvalidSpecException("trial id", "16 lower-case hexadecimal digits", value);
    }
  }

  /** The id of the trial with this canonical text. */
  static TrialId of(CanonicalText text) {
    byte[] hash = sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
    return new TrialId(HexFormat.of().formatHex(hash).substring(0, DIGITS));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public int compareTo(TrialId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

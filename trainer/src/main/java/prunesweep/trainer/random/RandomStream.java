package prunesweep.trainer.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The random numbers of one named use of a trial's seed.
 *
 * <p>A stream depends on the seed, the name and the index alone, never on what was drawn before: an
 * epoch's shuffle is the same whether the epochs before it ran here, elsewhere or not at all.
 */
public final class RandomStream {

  /** Specified by name in java.util.random, so equal on every Java 17 and later. */
  private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private RandomStream() {}

  /**
   * The stream of {@code seed} for the use {@code name}, number {@code index} (an epoch, a layer).
   */
  public static RandomGenerator of(long seed, String name, long index) {
    byte[] use = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer key = ByteBuffer.allocate(2 * Long.BYTES + use.length);
    key.putLong(seed).putLong(index).put(use);
    return FACTORY.create(ByteBuffer.wrap(sha256(key.array())).getLong());
  }

  private static byte[] sha256(byte[] key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}

package prunesweep.trainer.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The state of a trial or stage under way as it is kept, with the code that made it: other code may
 * go on otherwise, so it begins anew.
 *
 * @param code fingerprint of the code
 * @param state what a {@link Journal} was given
 */
@SuppressWarnings("ArrayRecordComponent") // Written once, read once.
public record KeptState(String code, byte[] state) {

  private static final Frame FRAME = new Frame("PRUNERUN", 1);

  /** The form that is kept. */
  public byte[] toBytes() {
    byte[] text = code.getBytes(StandardCharsets.UTF_8);
    ByteBuffer contents = ByteBuffer.allocate(Integer.BYTES + text.length + state.length);
    return FRAME.around(contents.putInt(text.length).put(text).put(state).array());
  }

  /**
   * The state that {@link #toBytes} kept.
   *
   * @param code the code that is to go on from it
   * @throws DamagedCheckpointException if {@code bytes} are anything else, or of other code
   */
  public static byte[] of(String code, byte[] bytes) {
    ByteBuffer contents = FRAME.contents(bytes);
    byte[] text = new byte[contents.getInt()];
    contents.get(text);
    String made = new String(text, StandardCharsets.UTF_8);
    Frame.require("code", code, made.equals(code), made);
    byte[] state = new byte[contents.remaining()];
    contents.get(state);
    return state;
  }
}

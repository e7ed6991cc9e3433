package prunesweep.driver.cli;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Locale;

/** Letters of three by five pixels: a machine without a screen often has no fonts. */
final class SmallLetters {

  private static final String LETTERS = " %,-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** Five octal digits a letter, a row each. */
  private static final String ROWS =
      "00000" + "51245" + "00024" + "00700" + "00002" + "75557" + "26227" + "71747" + "71717"
          + "55711" + "74717" + "74757" + "71111" + "75757" + "75717" + "25755" + "65656" + "34443"
          + "65556" + "74647" + "74644" + "34553" + "55755" + "72227" + "11152" + "55655" + "44447"
          + "57755" + "65555" + "25552" + "65644" + "25563" + "65655" + "34216" + "72222" + "55557"
          + "55552" + "55775" + "55255" + "55222" + "71247";

  private static final int WIDTH = 3;
  private static final int HEIGHT = 5;

  private SmallLetters() {}

  /** Pixels that {@code text} is wide, at {@code scale} pixels a dot. */
  static int width(String text, int scale) {
    return text.length() * (WIDTH + 1) * scale;
  }

  /** Pixels that a line is high. */
  static int height(int scale) {
    return HEIGHT * scale;
  }

  /** Draws {@code text} in capitals into {@code image}, {@code margin} from its upper left. */
  static void draw(String text, BufferedImage image, int margin, int scale) {
    String capitals = text.toUpperCase(Locale.ROOT);
    for (int x = 0; x < width(text, scale); x++) {
      for (int y = 0; y < height(scale); y++) {
        int letter = LETTERS.indexOf(capitals.charAt(x / scale / (WIDTH + 1)));
        if (isDark(letter, x / scale % (WIDTH + 1), y / scale)) {
          image.setRGB(margin + x, margin + y, Color.BLACK.getRGB());
        }
      }
    }
  }

  private static boolean isDark(int letter, int x, int y) {
    int row = letter < 0 || x == WIDTH ? 0 : ROWS.charAt(letter * HEIGHT + y) - '0';
    return ((row >> (WIDTH - 1 - x)) & 1) == 1;
  }
}

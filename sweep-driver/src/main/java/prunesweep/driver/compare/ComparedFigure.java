package prunesweep.driver.compare;

import java.util.Locale;
import java.util.Optional;

/**
 * A printed figure beside ours.
 *
 * @param place where it is printed
 * @param theirs as printed
 * @param ours our mean, none where nothing was run that answers to it
 * @param judgement what comes of the two
 */
public record ComparedFigure(
    Place place, Printed theirs, Optional<Mean> ours, Judgement judgement) {

  private static final String PERCENT = "%";

  /**
   * The place of a figure.
   *
   * @param table the table's number, or ours
   * @param row the row as printed
   * @param what the row in words
   * @param column the column
   */
  public record Place(String table, String row, String what, String column) {}

  /**
   * A figure as printed.
   *
   * @param value the number
   * @param step one in the last digit that is printed
   * @param unit %, times, kFLOP; empty for counts
   */
  public record Printed(double value, double step, String unit) {

    /** The number with the digits that are printed. */
    public String text() {
      return fixed(value, (int) Math.round(-Math.log10(step)));
    }
  }

  /**
   * A mean over seeds.
   *
   * @param value the mean, in the unit of the printed figure
   * @param reach how far its 95 % interval by Student's t goes to either side; none for one seed
   * @param seeds how many there are
   */
  public record Mean(double value, Optional<Double> reach, int seeds) {}

  /**
   * A judgement.
   *
   * @param verdict what it is
   * @param sweep the config in {@code conf} that runs trials of ours, empty where none does
   * @param mark misquoted, quoted, other data or no counterpart; empty where nothing is wrong
   * @param remark what there is to know, or empty
   */
  public record Judgement(Verdict verdict, String sweep, String mark, String remark) {}

  /** The digits that ours are shown with: two of a share, one of anything else. */
  private int digits() {
    return theirs.unit().equals(PERCENT) ? 2 : 1;
  }

  private static String fixed(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  /** Our mean, empty where there is none. */
  public String oursText() {
    return ours.map(mean -> fixed(mean.value(), digits())).orElse("");
  }

  /** How far its interval reaches to either side, empty where there is none. */
  public String reachText() {
    return ours.flatMap(Mean::reach).map(reach -> fixed(reach, digits())).orElse("");
  }

  /** The seeds, empty where there are none. */
  public String seedsText() {
    return ours.map(mean -> String.valueOf(mean.seeds())).orElse("");
  }

  /** Ours less theirs, empty where there is no mean. */
  public String differenceText() {
    return ours.map(mean -> fixed(mean.value() - theirs.value(), digits())).orElse("");
  }

  /** The verdict in words, with the distance where it is one and the remark where there is one. */
  public String verdictText() {
    String words = judgement.verdict().text();
    if (judgement.verdict().isDistance()) {
      words += " by " + differenceText().replace("-", "");
    }
    String remark =
        judgement.mark().isEmpty() || judgement.mark().equals(judgement.verdict().text())
            ? judgement.remark()
            : judgement.mark() + ": " + judgement.remark();
    return remark.isEmpty() ? words : words + " (" + remark + ")";
  }
}

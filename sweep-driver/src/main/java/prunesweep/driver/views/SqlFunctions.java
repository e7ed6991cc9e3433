package prunesweep.driver.views;

import org.apache.commons.lang3.StringUtils;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/** The functions that views and queries may call and that no engine has of its own. */
public final class SqlFunctions {

  /** The name of {@link #studentT95} in SQL. */
  public static final String STUDENT_T95 = "student_t95";

  /** The name of {@link #signFlipP} in SQL. */
  public static final String SIGN_FLIP_P = "sign_flip_p";

  private static final double UPPER = 0.975;

  private SqlFunctions() {}

  /**
   * The standard errors that a two-sided 95 % interval by Student's t reaches to either side of a
   * mean.
   *
   * @param degrees degrees of freedom: one less than the values
   * @return above 1.9; null below one degree
   */
  public static @Nullable Double studentT95(double degrees) {
    return degrees < 1
        ? null
        : new TDistribution(null, degrees).inverseCumulativeProbability(UPPER);
  }

  /**
   * The exact two-sided p value of paired differences: the share of all 2^n sign patterns under
   * which their sum is at least as far from 0.
   *
   * @param differences 1 to 40 numbers with spaces between them
   * @return above 0, at most 1; null for null, where none are, and for more than 40
   * @throws NumberFormatException if one is no number
   */
  public static @Nullable Double signFlipP(@Nullable String differences) {
    return StringUtils.isBlank(differences) ? null : SignFlip.p(differences);
  }
}

package prunesweep.driver.tables;

/**
 * The generations of the tables, counted from the first version: tables and columns that came
 * together share one. What is added takes the newest, or one more where results of the newest are
 * in use already.
 */
final class Generation {

  /** That of no version: columns of methods, scopes and schedules that are brought along. */
  static final int BROUGHT = 0;

  /** The five tables of the first version. */
  static final int FIRST = 1;

  /** Evaluations, singular values, cuts to a rank, heat maps, and every column up to them. */
  static final int NINE_TABLES = 2;

  /** The code that trained a trial, reached targets and the trials of a sweep. */
  static final int SWEEP_TRIALS = 3;

  /** Networks that are kept. */
  static final int KEPT_NETWORKS = 4;

  /** The field's choices in training and pruning, and what is told of classes. */
  static final int FIELD = 5;

  /** The newest whose commits do not say which they are of. */
  static final int LAST_UNDECLARED = NINE_TABLES;

  private Generation() {}
}

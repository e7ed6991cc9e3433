package prunesweep.driver.config;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import prunesweep.trainer.machine.BlasCore;

/**
 * A sweep as it is written, every value checked.
 *
 * @param name what the sweep is called in the tables
 * @param seeds one replicate of every point each; all different, at least one
 * @param sharesStages whether trials that start alike train that part once; never part of a trial
 * @param timing times while it runs; never part of a trial
 * @param defaults what a block does not say; without a method
 * @param grid the blocks, in the order they are written; at least one
 * @param spark Spark properties by their full names; never part of a trial
 * @param blasCore whose kernels OpenBLAS runs; never part of a trial
 */
public record SweepConfig(
    String name,
    List<Long> seeds,
    boolean sharesStages,
    Timing timing,
    Point defaults,
    List<GridBlock> grid,
    Map<String, String> spark,
    BlasCore blasCore) {

  private static final int ID_DIGITS = 16;

  public SweepConfig {
    seeds = List.copyOf(seeds);
    grid = List.copyOf(grid);
    spark = Collections.unmodifiableMap(new TreeMap<>(spark));
  }

  /**
   * The config as it took effect, in one canonical text: JSON sorted by key, numbers in their
   * shortest form, in a block only what differs from the defaults, so that two ways to write a
   * sweep give one text. It says what is run, not where, how and with what: Spark properties,
   * native libraries, directories of data sets and whether stages are shared are left out. Itself a
   * config that can be loaded.
   */
  public String resolved() {
    return ResolvedText.of(this);
  }

  /** The first 16 hexadecimal digits of the SHA-256 of {@link #resolved()}. */
  public String sweepId() {
    return DigestUtils.sha256Hex(resolved()).substring(0, ID_DIGITS);
  }
}

package prunesweep.benchmarks.faults;

import java.nio.file.Path;

/**
 * The options of a run of faults.
 *
 * @param config the sweep
 * @param out folder for results and logs
 * @param faults how many faults there are to be, at least 1
 * @param seed decides all of them
 * @param workers of the cluster, one core each
 */
public record FaultOptions(Path config, Path out, int faults, long seed, int workers) {}

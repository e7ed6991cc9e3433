package prunesweep.benchmarks.faults;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The options of a run of faults.
 *
 * @param config the sweep
 * @param out folder for logs, and for results where these are on no server
 * @param checkpointEvery time after which the sweep keeps the states of its trials
 * @param faults how many faults there are to be, at least 1
 * @param seed decides all of them
 * @param workers of the cluster, one core each
 */
public record FaultOptions(
    Path config, Path out, Duration checkpointEvery, int faults, long seed, int workers) {}

package prunesweep.driver.config;

import java.time.Duration;
import java.util.Optional;

/**
 * Times of a sweep; never part of a trial.
 *
 * @param checkpointEvery after which the state of a running trial is kept again; empty for never
 * @param stuckAfter without an epoch after which a trial is given up; empty for never
 */
public record Timing(Optional<Duration> checkpointEvery, Optional<Duration> stuckAfter) {}

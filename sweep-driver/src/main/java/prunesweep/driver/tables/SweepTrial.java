package prunesweep.driver.tables;

import prunesweep.trainer.spec.TrialId;

/**
 * A planned trial of a sweep.
 *
 * @param trial the trial
 * @param origin who trained it, or is to
 */
public record SweepTrial(TrialId trial, Origin origin) {}

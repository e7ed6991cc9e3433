-- One row a trial that failed.
--
-- {{settings}}: the settings of the trial, as in trials
-- seed, sweep, trial_id: as in trials
-- failure_kind, error: why it failed, as in trials
-- seconds: wall clock until it failed
SELECT {{settings}}, seed, sweep, trial_id, failure_kind, error, seconds
FROM trials
WHERE status = 'failed'

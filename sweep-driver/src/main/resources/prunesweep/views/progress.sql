-- One row a sweep, with its trials counted at this moment.
--
-- sweep_id, sweep, trials, started, ended: as in sweeps
-- done: planned trials that are done
-- failed: planned trials that failed
SELECT
  sweeps.sweep_id,
  sweeps.sweep,
  sweeps.trials,
  sweeps.started,
  sweeps.ended,
  COALESCE(counted.done, sweeps.done) AS done,
  COALESCE(counted.failed, sweeps.failed) AS failed
FROM sweeps
LEFT JOIN (
  SELECT
    sweep_trials.sweep_id,
    CAST(SUM(CASE WHEN trials.status = 'done' THEN 1 ELSE 0 END) AS INT) AS done,
    CAST(SUM(CASE WHEN trials.status = 'failed' THEN 1 ELSE 0 END) AS INT) AS failed
  FROM sweep_trials
  LEFT JOIN trials ON trials.trial_id = sweep_trials.trial_id
  GROUP BY sweep_trials.sweep_id
) counted ON counted.sweep_id = sweeps.sweep_id

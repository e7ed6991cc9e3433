-- One row a trial that is done and a trial of a model of published; of trials that only keep other things,
-- one.
--
-- model, seed, trial_id: the model, and the trial as in trials
-- method: as in trials
SELECT model, seed, MIN(trial_id) AS trial_id, MIN(method) AS method
FROM (
  SELECT
    {{published_model}} AS model,
    seed,
    trial_id,
    method
  FROM trials
  WHERE status = 'done'
) named
WHERE model IS NOT NULL
GROUP BY model, seed

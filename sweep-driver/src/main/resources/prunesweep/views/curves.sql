-- One row an epoch of a phase, for a combination of all settings but the seed: training curves over the
-- seeds.
--
-- {{settings}}: the settings of the trials, as in trials
-- phase, epoch: as in epochs
-- n: seeds whose training came so far
-- train_loss_mean, validation_loss_mean, sparsity_mean: mean over the seeds
-- {{train_accuracy validation_accuracy|, |@_mean, @_low, @_high, @_least, @_most}}: mean, 95 % interval of the mean by Student's t (null for one seed), least and most
-- prunes: prunes in that epoch or at its end, of all seeds
WITH pruning AS (
  SELECT DISTINCT trial_id FROM epochs WHERE phase = 'pruning'
),
prunes AS (
  SELECT
    c.trial_id,
    CASE WHEN p.trial_id IS NULL THEN 'training' ELSE 'pruning' END AS phase,
    c.epoch,
    COUNT(*) AS prunes
  FROM cycles c
  LEFT JOIN pruning p ON p.trial_id = c.trial_id
  GROUP BY c.trial_id, CASE WHEN p.trial_id IS NULL THEN 'training' ELSE 'pruning' END, c.epoch
),
-- Of trials that only keep other things, and so have equal epochs, one.
replicated AS (
  SELECT {{settings}}, MIN(trial_id) AS trial_id
  FROM trials
  WHERE status = 'done'
  GROUP BY {{settings}}, seed
),
points AS (
  SELECT
    {{settings|, |t.@}},
    e.phase,
    e.epoch,
    e.train_loss,
    e.validation_loss,
    e.sparsity,
    e.train_accuracy,
    e.validation_accuracy,
    COALESCE(p.prunes, 0) AS prunes
  FROM replicated t
  JOIN epochs e ON e.trial_id = t.trial_id
  LEFT JOIN prunes p ON p.trial_id = e.trial_id AND p.phase = e.phase AND p.epoch = e.epoch
)
SELECT
  {{settings}},
  phase,
  epoch,
  COUNT(*) AS n,
  AVG(train_loss) AS train_loss_mean,
  AVG(validation_loss) AS validation_loss_mean,
  AVG(sparsity) AS sparsity_mean,
  {{train_accuracy validation_accuracy|,
  |AVG(@) AS @_mean,
  AVG(@) - student_t95(COUNT(@) - 1) * STDDEV_SAMP(@) / SQRT(COUNT(@)) AS @_low,
  AVG(@) + student_t95(COUNT(@) - 1) * STDDEV_SAMP(@) / SQRT(COUNT(@)) AS @_high,
  MIN(@) AS @_least,
  MAX(@) AS @_most}},
  CAST(SUM(prunes) AS BIGINT) AS prunes
FROM points
GROUP BY {{settings}}, phase, epoch

-- One row a stage (dense, pruned, retrained) of a trial that is done.
--
-- {{settings}}: the settings of the trial, as in trials
-- seed, sweep, trial_id: as in trials
-- stage: dense, pruned, retrained: what was done to the network before
-- test_accuracy: test images classified right, after the last epoch
-- lowest_test_accuracy: the same at the epoch of lowest validation loss; null in rows of the first version
-- sparsity: zero weights over all weights
-- compression_ratio: all weights over non-zero weights; null where none is left
-- kflops: thousands of floating-point operations of one image
-- theoretical_speedup: kflops of the dense network over kflops; null where none is left
-- epochs: epochs trained up to the end of the stage
-- seconds: wall clock of the whole trial, without the epochs it shared
WITH results AS (
  SELECT
    t.*,
    COALESCE(e.stage, CASE WHEN t.method = 'dense' THEN 'dense' ELSE 'pruned' END) AS at_stage,
    COALESCE(e.test_accuracy, t.test_accuracy) AS last_test_accuracy,
    e.lowest_test_accuracy,
    COALESCE(e.sparsity, t.sparsity) AS at_sparsity,
    ROUND(t.weights * (1 - COALESCE(e.sparsity, t.sparsity))) AS at_nonzero_weights
  FROM trials t
  LEFT JOIN evaluations e ON e.trial_id = t.trial_id
  WHERE t.status = 'done'
),
hidden AS (
  SELECT trial_id, stage, SUM(kflops) AS kflops, SUM(nonzero_weights) AS nonzero_weights
  FROM layers
  GROUP BY trial_id, stage
),
trained AS (
  SELECT
    trial_id,
    SUM(CASE WHEN phase = 'training' THEN 1 ELSE 0 END) AS dense,
    SUM(CASE WHEN phase <> 'retraining' THEN 1 ELSE 0 END) AS pruned,
    COUNT(*) AS retrained
  FROM epochs
  GROUP BY trial_id
),
sizes AS (
  SELECT
    r.*,
    n.kflops AS dense_kflops,
    -- What the hidden layers leave of the non-zero weights is in the output layer.
    CASE
      WHEN h.kflops IS NULL THEN r.kflops
      ELSE h.kflops + 2 * (r.at_nonzero_weights - h.nonzero_weights) / 1000
    END AS at_kflops,
    CASE r.at_stage WHEN 'dense' THEN p.dense WHEN 'pruned' THEN p.pruned ELSE p.retrained END AS at_epochs
  FROM results r
  LEFT JOIN hidden h ON h.trial_id = r.trial_id AND h.stage = r.at_stage
  LEFT JOIN trained p ON p.trial_id = r.trial_id
  LEFT JOIN networks n
    ON n.dataset = r.dataset
    AND n.dataset_content IS NOT DISTINCT FROM r.dataset_content
    AND n.network = r.network
)
SELECT
  {{settings}},
  seed,
  sweep,
  trial_id,
  at_stage AS stage,
  last_test_accuracy AS test_accuracy,
  lowest_test_accuracy,
  at_sparsity AS sparsity,
  CASE WHEN at_nonzero_weights > 0 THEN weights / at_nonzero_weights END AS compression_ratio,
  at_kflops AS kflops,
  CASE WHEN at_kflops > 0 THEN dense_kflops / at_kflops END AS theoretical_speedup,
  CAST(at_epochs AS BIGINT) AS epochs,
  seconds
FROM sizes

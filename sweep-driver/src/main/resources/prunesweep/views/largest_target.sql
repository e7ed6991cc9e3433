-- One row a combination of all settings but target and seed, and a stage: the largest target at which its
-- networks are within half a point of the dense ones of the same data, network, training and seeds, in test
-- accuracy at the epoch of lowest validation loss. A target that a trial did not reach does not count.
--
-- {{shared}}: the settings of data, network and training, as in trials
-- {{own-target}}, stage: the method and its stage
-- largest_target: that target; null, as all that follows, where there is none
-- n: seeds at that target that have a dense network, too
-- sparsity_mean: their mean sparsity
-- accuracy_mean: their mean lowest_test_accuracy
-- difference_mean, difference_low, difference_high: mean of theirs less that of the dense network of the seed, at least -0.005, and its 95 % interval by Student's t (null for one seed)
WITH differences AS (
  SELECT
    {{shared|, |a.@}},
    {{own|, |a.@}},
    a.stage,
    a.sparsity,
    a.lowest_test_accuracy AS accuracy,
    a.lowest_test_accuracy - b.lowest_test_accuracy AS difference,
    CASE WHEN t.target_reached IS NOT NULL AND NOT t.target_reached THEN 1 ELSE 0 END AS missed
  FROM replicates a
  JOIN replicates b
    ON a.seed = b.seed
    AND {{shared| AND |a.@ IS NOT DISTINCT FROM b.@}}
  JOIN trials t ON t.trial_id = a.trial_id
  WHERE a.target IS NOT NULL
    AND a.stage <> 'dense'
    AND b.method = 'dense'
),
targets AS (
  SELECT
    {{shared}},
    {{own}},
    stage,
    COUNT(*) AS n,
    AVG(sparsity) AS sparsity_mean,
    AVG(accuracy) AS accuracy_mean,
    {{difference|,
    |AVG(@) AS @_mean,
    AVG(@) - student_t95(COUNT(@) - 1) * STDDEV_SAMP(@) / SQRT(COUNT(@)) AS @_low,
    AVG(@) + student_t95(COUNT(@) - 1) * STDDEV_SAMP(@) / SQRT(COUNT(@)) AS @_high}},
    -- Sums in another order differ in their last digits.
    ROUND(AVG(difference), 9) >= -0.005 AND MAX(missed) = 0 AS is_within
  FROM differences
  GROUP BY {{shared}}, {{own}}, stage
),
placed AS (
  SELECT
    t.*,
    ROW_NUMBER() OVER (
      PARTITION BY {{shared}}, {{own-target}}, stage
      ORDER BY CASE WHEN is_within THEN target ELSE -1 END DESC
    ) AS place
  FROM targets t
)
SELECT
  {{shared}},
  {{own-target}},
  stage,
  CASE WHEN is_within THEN target END AS largest_target,
  {{n sparsity_mean accuracy_mean difference_mean difference_low difference_high|,
  |CASE WHEN is_within THEN @ END AS @}}
FROM placed
WHERE place = 1

-- One row of summary that no other of the same data set and network beats: none has a higher mean test
-- accuracy at no lower mean compression, or a higher compression at no lower accuracy.
--
-- {{settings}}: the settings of the trials, as in trials
-- stage: dense, pruned, retrained, as in stages
-- n: seeds with a trial that is done
-- {{test_accuracy sparsity compression_ratio theoretical_speedup|, |@_mean, @_low, @_high}}: as in summary
WITH points AS (
  -- Sums in another order differ in their last digits; such means are equal.
  SELECT s.*, ROUND(test_accuracy_mean, 9) AS accuracy, ROUND(compression_ratio_mean, 9) AS ratio
  FROM summary s
  WHERE compression_ratio_mean IS NOT NULL
)
SELECT
  {{settings}},
  stage,
  n,
  {{test_accuracy sparsity compression_ratio theoretical_speedup|, |@_mean, @_low, @_high}}
FROM points p
WHERE NOT EXISTS (
  SELECT 1
  FROM points q
  WHERE q.dataset = p.dataset
    AND q.dataset_content IS NOT DISTINCT FROM p.dataset_content
    AND q.network = p.network
    AND q.accuracy >= p.accuracy
    AND q.ratio >= p.ratio
    AND (q.accuracy > p.accuracy OR q.ratio > p.ratio)
)

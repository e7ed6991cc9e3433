-- One row a combination of all settings but the seed, and a stage of its trials: figures over the seeds.
--
-- {{settings}}: the settings of the trials, as in trials
-- stage: dense, pruned, retrained, as in stages
-- n: seeds with a trial that is done
-- {{test_accuracy lowest_test_accuracy sparsity compression_ratio theoretical_speedup epochs seconds|, |@_mean, @_low, @_high, @_least, @_most}}: mean, 95 % interval of the mean by Student's t (null for one seed), least and most of the column of stages
SELECT
  {{settings}},
  stage,
  COUNT(*) AS n,
  {{test_accuracy lowest_test_accuracy sparsity compression_ratio theoretical_speedup epochs seconds|,
  |AVG(@) AS @_mean,
  AVG(@) - student_t95(COUNT(@) - 1) * STDDEV_SAMP(@) / SQRT(COUNT(@)) AS @_low,
  AVG(@) + student_t95(COUNT(@) - 1) * STDDEV_SAMP(@) / SQRT(COUNT(@)) AS @_high,
  MIN(@) AS @_least,
  MAX(@) AS @_most}}
FROM replicates
GROUP BY {{settings}}, stage

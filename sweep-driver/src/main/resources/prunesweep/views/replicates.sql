-- One row a seed of a combination of all settings, and a stage of its trials: of trials that only keep
-- other things, and so have equal figures, one.
--
-- {{settings}}: the settings of the trial, as in trials
-- seed, stage, trial_id: as in stages
-- {{test_accuracy lowest_test_accuracy sparsity compression_ratio theoretical_speedup epochs seconds}}: as in stages
SELECT
  {{settings}},
  seed,
  stage,
  MIN(trial_id) AS trial_id,
  {{test_accuracy lowest_test_accuracy sparsity compression_ratio theoretical_speedup epochs seconds|,
  |MIN(@) AS @}}
FROM stages
GROUP BY {{settings}}, seed, stage

-- One row a hidden layer without a non-zero weight, at a stage of a trial: the output no longer sees the input.
--
-- {{settings}}: the settings of the trial, as in trials
-- seed, sweep, trial_id: as in trials
-- stage, layer, inputs, units: as in layers
SELECT {{settings|, |t.@}}, t.seed, t.sweep, t.trial_id, l.stage, l.layer, l.inputs, l.units
FROM trials t
JOIN layers l ON l.trial_id = t.trial_id
WHERE l.nonzero_weights = 0

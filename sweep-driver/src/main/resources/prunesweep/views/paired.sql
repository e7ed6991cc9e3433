-- One row a pair of methods on the same data, network and training: the first less the other, seed by seed.
-- The other is the dense network or any other combination of the method's settings at the same stage;
-- without a condition on other_method every pair of pruned networks stands there twice, once a direction.
--
-- {{shared}}: the settings of data, network and training, as in trials
-- {{own}}, stage: the first method and its stage
-- {{own|, |other_@}}, other_stage: the other method and its stage
-- n: seeds that both have
-- difference_mean, difference_low, difference_high: mean difference of test_accuracy and its 95 % interval by Student's t (null for one seed)
-- difference_p: exact two-sided sign-flip p value over all 2^n sign patterns (null above 40 seeds)
-- lowest_difference_mean, lowest_difference_low, lowest_difference_high, lowest_difference_p: the same of lowest_test_accuracy
-- claim_at_5_percent: possible, or impossible below 6 seeds: 2 / 2^n, the least p value there is, is above 0.05
WITH differences AS (
  SELECT
    {{shared|, |a.@}},
    {{own|, |a.@}},
    a.stage,
    {{own|, |b.@ AS other_@}},
    b.stage AS other_stage,
    a.test_accuracy - b.test_accuracy AS difference,
    a.lowest_test_accuracy - b.lowest_test_accuracy AS lowest_difference
  FROM replicates a
  JOIN replicates b
    ON a.seed = b.seed
    AND {{shared| AND |a.@ IS NOT DISTINCT FROM b.@}}
  WHERE a.method <> 'dense'
    AND a.stage <> 'dense'
    AND (b.method = 'dense' OR b.stage = a.stage)
    AND ({{own| OR |a.@ IS DISTINCT FROM b.@}})
)
SELECT
  {{shared}},
  {{own}},
  stage,
  {{own|, |other_@}},
  other_stage,
  COUNT(*) AS n,
  {{difference lowest_difference|,
  |AVG(@) AS @_mean,
  AVG(@) - student_t95(COUNT(@) - 1) * STDDEV_SAMP(@) / SQRT(COUNT(@)) AS @_low,
  AVG(@) + student_t95(COUNT(@) - 1) * STDDEV_SAMP(@) / SQRT(COUNT(@)) AS @_high,
  sign_flip_p(STRING_AGG(CAST(@ AS STRING), ' ')) AS @_p}},
  CASE WHEN COUNT(*) < 6 THEN 'impossible below 6 seeds' ELSE 'possible' END AS claim_at_5_percent
FROM differences
GROUP BY {{shared}}, {{own}}, stage, {{own|, |other_@}}, other_stage

-- One row a printed figure: theirs beside ours. Ours is the mean over the seeds that have all models of the
-- figure.
--
-- figure, source, printed_in, row_name, what, column_name, unit: as in published
-- theirs, step: as printed; one in the last digit printed
-- ours, ours_low, ours_high, n: mean over the seeds, its 95 % interval by Student's t (null for one seed), seeds (null for none)
-- difference: ours less theirs
-- allowed: how far apart they may be to agree: one in the last digit printed, and with two seeds or more the reach of the 95 % interval of that difference by Student's t, a single run of theirs varying as ours do
-- verdict: agrees; differs; one seed where that is too few to tell; not run; no counterpart where no trial of ours is like theirs; not printed
-- sweep, mark, remark: as in published
WITH evaluated AS (
  SELECT
    f.model,
    f.seed,
    CASE WHEN e.stage = 'retrained' THEN 'retrained' ELSE 'pruned' END AS moment,
    CAST(CASE WHEN e.stage = 'retrained' THEN e.epoch ELSE t.epochs END AS DOUBLE) AS epochs,
    e.train_accuracy,
    e.validation_accuracy,
    e.test_accuracy,
    1 - e.test_accuracy AS test_error,
    e.train_class0_top1 AS class0_top1_train,
    e.train_class0_top5 AS class0_top5_train,
    e.validation_class0_top1 AS class0_top1_validation,
    e.validation_class0_top5 AS class0_top5_validation,
    e.class0_top1_test,
    e.class0_top5_test,
    e.sparsity,
    1 - e.sparsity AS remaining,
    t.compression_ratio,
    t.kflops
  FROM published_trials f
  JOIN trials t ON t.trial_id = f.trial_id
  JOIN evaluations e ON e.trial_id = f.trial_id
  WHERE e.stage IN ('pruned', 'retrained') OR (e.stage = 'dense' AND f.method = 'dense')
),
reduced AS (
  SELECT f.model, f.seed, p.reduction, p.test_accuracy, p.class0_top1_test, p.class0_top5_test
  FROM published_trials f
  JOIN pca p ON p.trial_id = f.trial_id
),
measured AS (
  SELECT model, seed, moment, measure, value
  FROM evaluated UNPIVOT (value FOR measure IN (
    epochs, train_accuracy, validation_accuracy, test_accuracy, test_error, class0_top1_train,
    class0_top5_train, class0_top1_validation, class0_top5_validation, class0_top1_test,
    class0_top5_test, sparsity, remaining, compression_ratio, kflops
  ))
  UNION ALL
  SELECT model, seed, 'pruned' AS moment, CONCAT(reduction, '_', figure) AS measure, value
  FROM reduced UNPIVOT (value FOR figure IN (test_accuracy, class0_top1_test, class0_top5_test))
  UNION ALL
  SELECT
    f.model,
    f.seed,
    CASE WHEN l.stage = 'retrained' THEN 'retrained' ELSE 'pruned' END AS moment,
    CONCAT('rank', CAST(l.layer AS STRING)) AS measure,
    CAST(l.rank AS DOUBLE) AS value
  FROM published_trials f
  JOIN layers l ON l.trial_id = f.trial_id
  WHERE l.stage IN ('pruned', 'retrained') OR (l.stage = 'dense' AND f.method = 'dense')
),
seeds AS (
  SELECT p.figure, m.seed, AVG(CASE WHEN p.unit = '%' THEN 100 * m.value ELSE m.value END) AS value
  FROM published p
  JOIN measured m ON m.model = p.model AND m.moment = p.moment AND m.measure = p.measure
  GROUP BY p.figure, m.seed
  HAVING COUNT(*) = MAX(p.models)
),
means AS (
  SELECT
    figure,
    COUNT(*) AS n,
    AVG(value) AS mean,
    STDDEV_SAMP(value) AS deviation,
    student_t95(COUNT(*) - 1) AS t
  FROM seeds
  GROUP BY figure
),
figures AS (
  SELECT
    figure, source, printed_in, row_name, what, column_name, unit, theirs, step, standard_error,
    MIN(sweep) AS sweep, mark, remark
  FROM published
  GROUP BY
    figure, source, printed_in, row_name, what, column_name, unit, theirs, step, standard_error,
    mark, remark
),
compared AS (
  SELECT
    f.*,
    m.n,
    m.mean,
    m.t * m.deviation / SQRT(m.n) AS reach,
    f.step + COALESCE(
      m.t * SQRT(
        m.deviation * m.deviation / m.n
        + COALESCE(f.standard_error * f.standard_error, m.deviation * m.deviation)
      ), 0) AS allowed
  FROM figures f
  LEFT JOIN means m ON m.figure = f.figure
)
SELECT
  figure,
  source,
  printed_in,
  row_name,
  what,
  column_name,
  unit,
  theirs,
  step,
  mean AS ours,
  mean - reach AS ours_low,
  mean + reach AS ours_high,
  n,
  mean - theirs AS difference,
  CASE WHEN n IS NOT NULL THEN allowed END AS allowed,
  CASE
    WHEN theirs IS NULL THEN 'not printed'
    WHEN sweep = '' THEN 'no counterpart'
    WHEN n IS NULL THEN 'not run'
    WHEN ABS(mean - theirs) <= allowed + 1e-9 THEN 'agrees'
    WHEN n = 1 THEN 'one seed'
    ELSE 'differs'
  END AS verdict,
  sweep,
  mark,
  remark
FROM compared

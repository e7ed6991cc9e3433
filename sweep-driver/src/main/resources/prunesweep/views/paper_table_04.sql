-- One row a row of table 4 of the paper, activation against magnitude: theirs beside ours.
--
-- row_name, what: the row as printed, and in words
-- {{pruned train_accuracy validation_accuracy test_accuracy|, |@, @_ours}}: as printed, and our mean over the seeds; shares in %
-- n: the seeds of ours, of the figure that has most
-- remark: what there is to know
SELECT
  row_name,
  what,
  {{pruned train_accuracy validation_accuracy test_accuracy|,
  |MAX(CASE WHEN column_name = '@' THEN theirs END) AS @,
  MAX(CASE WHEN column_name = '@' THEN ours END) AS @_ours}},
  MAX(n) AS n,
  MAX(remark) AS remark
FROM comparison
WHERE printed_in = '4'
GROUP BY row_name, what
ORDER BY MIN(figure)

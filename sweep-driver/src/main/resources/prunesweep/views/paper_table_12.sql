-- One row a row of table 12 of the paper, the dense network: theirs beside ours.
--
-- row_name, what: the row as printed, and in words
-- {{test_accuracy class0_top1_test class0_top5_test|, |@, @_ours}}: as printed, and our mean over the seeds; shares in %
-- n: the seeds of ours, of the figure that has most
SELECT
  row_name,
  what,
  {{test_accuracy class0_top1_test class0_top5_test|,
  |MAX(CASE WHEN column_name = '@' THEN theirs END) AS @,
  MAX(CASE WHEN column_name = '@' THEN ours END) AS @_ours}},
  MAX(n) AS n
FROM comparison
WHERE printed_in = '12'
GROUP BY row_name, what
ORDER BY MIN(figure)

-- One row a row of table 2 of the paper, global activation-based pruning: theirs beside ours.
--
-- row_name, what: the row as printed, and in words
-- {{epochs pruned class0_top1_train class0_top1_validation class0_top1_test class0_top5_train class0_top5_validation class0_top5_test|, |@, @_ours}}: as printed, and our mean over the seeds; shares in %
-- n: the seeds of ours, of the figure that has most
SELECT
  row_name,
  what,
  {{epochs pruned class0_top1_train class0_top1_validation class0_top1_test class0_top5_train class0_top5_validation class0_top5_test|,
  |MAX(CASE WHEN column_name = '@' THEN theirs END) AS @,
  MAX(CASE WHEN column_name = '@' THEN ours END) AS @_ours}},
  MAX(n) AS n
FROM comparison
WHERE printed_in = '2'
GROUP BY row_name, what
ORDER BY MIN(figure)

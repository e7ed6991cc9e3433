-- One row a row of table 6 of the paper, after retraining without a mask: theirs beside ours. Rows are
-- matched by pruned share and score, as their names are not those of table 2.
--
-- row_name, what: the row as printed, and in words
-- {{epochs train_accuracy validation_accuracy test_accuracy class0_top1_train class0_top1_validation class0_top1_test class0_top5_train class0_top5_validation class0_top5_test|, |@, @_ours}}: as printed, and our mean over the seeds; shares in %
-- n: the seeds of ours, of the figure that has most
-- remark: what there is to know
SELECT
  row_name,
  what,
  {{epochs train_accuracy validation_accuracy test_accuracy class0_top1_train class0_top1_validation class0_top1_test class0_top5_train class0_top5_validation class0_top5_test|,
  |MAX(CASE WHEN column_name = '@' THEN theirs END) AS @,
  MAX(CASE WHEN column_name = '@' THEN ours END) AS @_ours}},
  MAX(n) AS n,
  MAX(remark) AS remark
FROM comparison
WHERE printed_in = '6'
GROUP BY row_name, what
ORDER BY MIN(figure)

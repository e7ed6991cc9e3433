-- One row a row of table 13 of the paper, the dense network cut to the same ranks: theirs beside ours.
--
-- row_name, what: the row as printed, and in words
-- {{pca_test_accuracy pca_class0_top1_test pca_class0_top5_test test_accuracy class0_top1_test class0_top5_test|, |@, @_ours}}: as printed, and our mean over the seeds; shares in %
-- svd_test_accuracy_ours: our mean; nothing is printed
-- n: the seeds of ours, of the figure that has most
SELECT
  row_name,
  what,
  {{pca_test_accuracy pca_class0_top1_test pca_class0_top5_test test_accuracy class0_top1_test class0_top5_test|,
  |MAX(CASE WHEN column_name = '@' THEN theirs END) AS @,
  MAX(CASE WHEN column_name = '@' THEN ours END) AS @_ours}},
  MAX(CASE WHEN column_name = 'svd_test_accuracy' THEN ours END) AS svd_test_accuracy_ours,
  MAX(n) AS n
FROM comparison
WHERE printed_in = '13'
GROUP BY row_name, what
ORDER BY MIN(figure)

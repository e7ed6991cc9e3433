-- One row a row of table 10 of the paper, compression of LeNet-300-100 on MNIST: theirs beside ours. No
-- ranking: it misquotes its sources, as remark says.
--
-- row_name, what: the row as printed, and in words
-- {{compression sparsity remaining flops|, |@, @_ours}}: as printed, and our mean over the seeds; shares in %
-- test_accuracy_ours: our mean; nothing is printed
-- n: the seeds of ours, of the figure that has most
-- remark: what there is to know
SELECT
  row_name,
  what,
  {{compression sparsity remaining flops|,
  |MAX(CASE WHEN column_name = '@' THEN theirs END) AS @,
  MAX(CASE WHEN column_name = '@' THEN ours END) AS @_ours}},
  MAX(CASE WHEN column_name = 'test_accuracy' THEN ours END) AS test_accuracy_ours,
  MAX(n) AS n,
  MAX(remark) AS remark
FROM comparison
WHERE printed_in = '10'
GROUP BY row_name, what
ORDER BY MIN(figure)

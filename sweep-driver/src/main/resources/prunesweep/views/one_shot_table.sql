-- One row a row of the one-shot tables, one-shot pruning of a trained network on MNIST: theirs beside ours.
--
-- row_name, what: the row as printed, and in words
-- {{weights units|, |@, @_ours}}: as printed, and our mean over the seeds; shares in %
-- n: the seeds of ours, of the figure that has most
SELECT
  row_name,
  what,
  {{weights units|,
  |MAX(CASE WHEN column_name = '@' THEN theirs END) AS @,
  MAX(CASE WHEN column_name = '@' THEN ours END) AS @_ours}},
  MAX(n) AS n
FROM comparison
WHERE printed_in = 'one-shot'
GROUP BY row_name, what
ORDER BY MIN(figure)

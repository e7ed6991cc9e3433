-- One row a row of table 5 of the paper, floating-point operations: theirs beside ours.
--
-- row_name, what: the row as printed, and in words
-- {{kflops reduction|, |@, @_ours}}: as printed, and our mean over the seeds; shares in %
-- n: the seeds of ours, of the figure that has most
SELECT
  row_name,
  what,
  {{kflops reduction|,
  |MAX(CASE WHEN column_name = '@' THEN theirs END) AS @,
  MAX(CASE WHEN column_name = '@' THEN ours END) AS @_ours}},
  MAX(n) AS n
FROM comparison
WHERE printed_in = '5'
GROUP BY row_name, what
ORDER BY MIN(figure)

-- One row a row of table 11 of the paper, ranks of the pruned networks: theirs beside ours.
--
-- row_name, what: the row as printed, and in words
-- {{pruned rank1 rank2 rank3 rank4|, |@, @_ours}}: as printed, and our mean over the seeds; shares in %
-- n: the seeds of ours, of the figure that has most
SELECT
  row_name,
  what,
  {{pruned rank1 rank2 rank3 rank4|,
  |MAX(CASE WHEN column_name = '@' THEN theirs END) AS @,
  MAX(CASE WHEN column_name = '@' THEN ours END) AS @_ours}},
  MAX(n) AS n
FROM comparison
WHERE printed_in = '11'
GROUP BY row_name, what
ORDER BY MIN(figure)

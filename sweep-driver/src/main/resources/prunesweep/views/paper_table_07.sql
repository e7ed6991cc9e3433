-- One row a row of table 7 of the paper, ranks before and after retraining: theirs beside ours. Rows are
-- matched by pruned share and score, as their names are not those of table 2.
--
-- row_name, what: the row as printed, and in words
-- {{pruned zeros_left rank1 rank2 rank3 rank4 retrained_rank1 retrained_rank2 retrained_rank3 retrained_rank4|, |@, @_ours}}: as printed, and our mean over the seeds; shares in %
-- n: the seeds of ours, of the figure that has most
-- remark: what there is to know
SELECT
  row_name,
  what,
  {{pruned zeros_left rank1 rank2 rank3 rank4 retrained_rank1 retrained_rank2 retrained_rank3 retrained_rank4|,
  |MAX(CASE WHEN column_name = '@' THEN theirs END) AS @,
  MAX(CASE WHEN column_name = '@' THEN ours END) AS @_ours}},
  MAX(n) AS n,
  MAX(remark) AS remark
FROM comparison
WHERE printed_in = '7'
GROUP BY row_name, what
ORDER BY MIN(figure)

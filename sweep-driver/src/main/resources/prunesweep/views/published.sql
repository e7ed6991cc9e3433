-- One row a figure of the published tables and a model, a combination of settings whose trials are ours of
-- it.
--
-- figure: the figure's number, in the order of the tables
-- source, printed_in, row_name, what, column_name: paper, one-shot or published; the table; the row as printed and in words; the column
-- unit: %, times, kFLOP; empty for counts
-- theirs, step, standard_error: as printed; one in its last digit; that of a mean, null for a single run
-- moment, measure: what is measured: pruned or retrained, and the figure
-- models, model, sweep: models whose mean it is, one of them, and the config in conf that runs it
-- mark, remark: misquoted, quoted, other data or no counterpart; what there is to know
SELECT *
FROM (VALUES
{{published_figures}}
) AS figures(
  figure, source, printed_in, row_name, what, column_name, unit, theirs, step, standard_error,
  moment, measure, models, model, sweep, mark, remark
)

-- One row a data set and network that some trial has finished: its size before anything is pruned.
--
-- dataset, dataset_content, network: as in trials
-- weights: weights of all layers, biases not counted
-- kflops: thousands of floating-point operations of one image: two a weight, at each place of a convolution
WITH hidden AS (
  SELECT
    t.dataset,
    t.dataset_content,
    t.network,
    l.layer,
    MAX(t.weights) AS network_weights,
    MAX(l.inputs * l.units) AS weights,
    -- Files of the first version, which had no convolutions, lack it: a weight has one place there.
    COALESCE(
      MAX(CASE WHEN l.nonzero_weights > 0 THEN ROUND(500 * l.kflops / l.nonzero_weights) END), 1
    ) AS places
  FROM trials t
  JOIN layers l ON l.trial_id = t.trial_id
  WHERE t.status = 'done'
  GROUP BY t.dataset, t.dataset_content, t.network, l.layer
)
SELECT
  dataset,
  dataset_content,
  network,
  MAX(network_weights) AS weights,
  2 * (SUM(weights * places) + MAX(network_weights) - SUM(weights)) / 1000 AS kflops
FROM hidden
GROUP BY dataset, dataset_content, network

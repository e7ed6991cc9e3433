section("ranks", (data) => {
  const stages = textsOf(data.stage);
  const measure = option("ranks", "show", "Show", [
    ["rank", "Rank"],
    ["effective_rank", "Effective rank"],
    ["norm", "Nuclear norm"],
    ["zeros", "Share of zero weights"],
  ]);
  const layers = [...new Set(data.layer)].sort((a, b) => a - b);
  const layer = option("ranks", "layer", "Layer", layers.map((number) => [String(number), `hidden layer ${number}`]));
  const rows = selectedRows(data.combination).filter((row) => String(data.layer[row]) === layer.value());
  const seen = [...new Set(rows.map((row) => stages[row]))];
  const { shown, control } = paged("ranks", bestFirst(rows.map((row) => data.combination[row])), 8, () => redraw("ranks"));
  const bar = controls(measure.control, layer.control);
  if (shown.length === 0) {
    return [bar, nothingSelected(), note(data.leftOut)];
  }
  const label = `${measure.value()} of hidden layer ${layer.value()} at the stages ${seen.join(", ")} of ${shown.length} combinations.`;
  return [
    bar,
    control,
    groupsOf("ranks", label, shown, seen, {
      title: measure.value() === "norm" ? "nuclear norm" : measure.value().replace("_", " "),
      isBar: true,
      write: measure.value() === "zeros" ? percent : written,
      valueOf: (number, stage, end) => {
        const row = rows.find((each) => data.combination[each] === number && stages[each] === stage);
        return row === undefined ? null : data[`${measure.value()}_${end}`][row];
      },
    }),
    note(data.leftOut),
    numbers("ranks", "Hidden layers: means over the seeds with 95 % intervals", columnsOf(), selectedRows(data.combination)),
  ];

  function columnsOf() {
    const names = Object.keys(data).filter((name) => /_(mean|low|high)$/.test(name));
    return [
      ...settingColumns((row) => data.combination[row]),
      column("stage", (row) => stages[row]),
      ...["layer", "n", ...names].map((name) => column(name, (row) => data[name][row])),
    ];
  }
});

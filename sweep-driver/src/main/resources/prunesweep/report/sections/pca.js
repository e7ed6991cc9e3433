section("pca", (data) => {
  const reductions = textsOf(data.reduction);
  const rows = selectedRows(data.combination);
  const { shown, control } = paged("pca", bestFirst(rows.map((row) => data.combination[row])), 8, () => redraw("pca"));
  if (shown.length === 0) {
    return [nothingSelected(), note(data.leftOut)];
  }
  const kinds = [...new Set(reductions)].sort();
  const names = ["pruned", ...kinds.map((kind) => `dense, cut by ${kind}`)];
  const label = `Test accuracy of ${shown.length} pruned networks and of the dense ones cut to their ranks.`;
  return [
    control,
    groupsOf("pca", label, shown, names, {
      title: "Test accuracy",
      isBar: false,
      write: percent,
      valueOf: (number, name, end) => {
        const kind = name === "pruned" ? kinds[0] : kinds[names.indexOf(name) - 1];
        const row = rows.find((each) => data.combination[each] === number && reductions[each] === kind);
        return row === undefined ? null : data[`${name === "pruned" ? "pruned" : "cut"}_${end}`][row];
      },
    }),
    note(data.leftOut),
    numbers("pca", "Test accuracy of pruned networks and of the dense ones cut to their ranks", columnsOf(), rows),
  ];

  function columnsOf() {
    const names = ["n", "cut_mean", "cut_low", "cut_high", "pruned_mean", "pruned_low", "pruned_high"];
    return [
      ...settingColumns((row) => data.combination[row]),
      column("reduction", (row) => reductions[row]),
      ...names.map((name) => column(name, (row) => data[name][row])),
    ];
  }
});

section("failures", (data) => {
  const texts = Object.fromEntries(["failure_kind", "error", "sweep", "seed", "trial_id"].map((name) => [name, textsOf(data[name])]));
  const rows = selectedRows(data.combination);
  if (rows.length === 0) {
    return [nothingSelected(), note(data.leftOut)];
  }
  const text = (name) => column(name, (row) => texts[name][row]);
  return [
    table("failures", "Failed trials", [text("failure_kind"), text("error"), text("trial_id"), text("sweep"), ...settingColumns((row) => data.combination[row]), text("seed"), column("seconds", (row) => data.seconds[row])], rows),
    note(data.leftOut),
  ];
});

section("provenance", (data) => {
  const sweeps = decodedColumns(data.sweeps);
  const code = decodedColumns(data.code);
  const names = Object.keys(sweeps).filter((name) => name !== "config");
  const rows = (columns) => (Object.values(columns)[0] ?? []).map((_, row) => row);
  const columnsOf = (columns, some) => some.map((name) => column(name, (row) => columns[name][row]));
  return [
    table("sweeps", "Sweeps of this folder", columnsOf(sweeps, names), rows(sweeps)),
    ...rows(sweeps).map((row) => configOf(row, sweeps.sweep[row], sweeps.config[row])),
    element("h3", {}, "Code and machines of the trials that are done"),
    table("code", "Trials by code and machine", columnsOf(code, Object.keys(code)), rows(code)),
  ];

  function decodedColumns(columns) {
    return Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, textsOf(values)]));
  }

  function configOf(row, name, config) {
    return element("details", { class: "config", id: `config-${row}` }, element("summary", {}, `Config of ${name}`), element("pre", { tabindex: "0" }, config ?? NONE));
  }
});

const COMPARED = "trials.compared";
const MOST_COMPARED = 12;
const FIGURES = ["validation_accuracy", "test_accuracy", "sparsity", "compression_ratio", "cycles_done", "epochs", "seconds"];

section("trials", () => {
  const { trials } = shared();
  const ids = textsOf(trials.trial_id);
  const texts = Object.fromEntries(["sweep", "seed", "status", "target_reached"].map((name) => [name, textsOf(trials[name])]));
  const compared = selection.values(COMPARED).map((id) => ids.indexOf(id)).filter((row) => row >= 0);
  const columns = [
    column("compare", (row) => (compared.includes(row) ? 1 : 0), box),
    column("trial", (row) => ids[row]),
    column("sweep", (row) => texts.sweep[row]),
    ...settingColumns((row) => trials.combination[row]),
    column("seed", (row) => Number(texts.seed[row]), (row) => texts.seed[row]),
    column("status", (row) => texts.status[row]),
    column("target_reached", (row) => texts.target_reached[row]),
    ...FIGURES.map((name) => column(name, (row) => trials[name][row])),
  ];
  return [
    table("trials", "Trials that the filters leave", columns, selectedRows(trials.combination)),
    element("h3", {}, "Chosen trials beside one another"),
    ...comparison(),
  ];

  function box(row) {
    const field = element("input", {
      type: "checkbox",
      "aria-label": `Compare trial ${ids[row]}`,
      "data-key": `compare-${ids[row]}`,
      onchange: () => choose(ids[row], field.checked),
    });
    field.checked = compared.includes(row);
    return field;
  }

  function choose(id, isChosen) {
    const others = selection.values(COMPARED).filter((other) => other !== id);
    if (isChosen && others.length >= MOST_COMPARED) {
      say(`At most ${MOST_COMPARED} trials are compared: the first chosen one left.`);
      others.shift();
    }
    selection.set(COMPARED, isChosen ? [...others, id] : others);
  }

  function comparison() {
    if (compared.length === 0) {
      return [element("p", { class: "note" }, "Tick trials in the table above to compare them.")];
    }
    const lines = combinations.settings.map(({ name, texts: values }) => [name, compared.map((row) => values[trials.combination[row]])]);
    const differs = ([, values]) => new Set(values).size > 1;
    const same = [...lines.filter((line) => !differs(line)), ...combinations.same.map(([name, value]) => [name, compared.map(() => value)])];
    const figures = [
      ...Object.entries(texts).map(([name, values]) => [name, compared.map((row) => values[row])]),
      ...FIGURES.map((name) => [name, compared.map((row) => trials[name][row])]),
    ];
    const grid = element(
      "table",
      { id: "comparison" },
      element("caption", {}, "Chosen trials: settings that differ, figures, settings that are the same"),
      element("thead", {}, element("tr", {}, element("td"), ...compared.map((row) => element("th", { scope: "col" }, ids[row])))),
      ...[["Settings that differ", lines.filter(differs)], ["Figures", figures], ["Settings that are the same", same]].map(part),
    );
    const clear = element("button", { type: "button", "data-key": "compare-clear", onclick: () => selection.set(COMPARED, []) }, "Choose none");
    return [controls(clear), element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Chosen trials" }, grid)];
  }

  function part([title, lines]) {
    const body = element("tbody");
    if (lines.length > 0) {
      body.append(element("tr", { class: "group" }, element("th", { scope: "rowgroup", colspan: String(compared.length + 1) }, title)));
    }
    for (const [name, values] of lines) {
      const cells = values.map((value) => element("td", { class: typeof value === "number" && "number" }, shownValue(value)));
      body.append(element("tr", {}, element("th", { scope: "row" }, name), ...cells));
    }
    return body;
  }
});

// Choices of a section, kept in the selection.

/** The key of an option of a section. */
function optionKey(section, name) {
  return `${section}.${name}`;
}

/**
 * A choice of one of `choices` ([value, title] each) under `label`; the first is taken unless
 * `initial` says another.
 */
function option(section, name, label, choices, initial = choices[0][0]) {
  const key = optionKey(section, name);
  const values = choices.map(([value]) => value);
  const field = element("select", { "data-key": key, onchange: () => selection.set(key, [field.value]) });
  for (const [value, title] of choices) {
    field.append(element("option", { value }, title));
  }
  field.value = selection.value(key, values, initial);
  return {
    control: choices.length > 1 ? element("label", {}, `${label} `, field) : "",
    value: () => selection.value(key, values, initial),
  };
}

/** The choice of a figure of summary. */
function measureOption(section, name, label, measures) {
  return option(section, name, label, measures.map((measure) => [measure, MEASURES[measure].title]));
}

/**
 * The choice of a stage of summary, first the one with the most rows. `isShown` tells of a combination
 * and its stage if it is chosen: a combination that never has the chosen one is shown with its own.
 */
function stageOption(section) {
  const { combination, stage } = shared().summary;
  const stages = textsOf(stage);
  const counts = new Map();
  stages.forEach((name) => counts.set(name, (counts.get(name) ?? 0) + 1));
  const values = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a));
  const choices = values.map((name) => [name, values.length > 1 ? `${name}, else their own` : name]);
  const chosen = option(section, "stage", "Stage", [...choices, ["", "all"]]);
  const having = new Set(combination.filter((_, row) => stages[row] === chosen.value()));
  return {
    control: chosen.control,
    isShown: (number, name) => chosen.value() === "" || name === chosen.value() || !having.has(number),
  };
}

/** How evenly its values divide the combinations: entropy, 0 where all have the same. */
function spread({ texts, values }) {
  const shares = values.map((value) => texts.filter((text) => text === value).length / texts.length);
  return -shares.reduce((sum, share) => sum + (share > 0 ? share * Math.log(share) : 0), 0);
}

/** The setting that colours tell apart: at first words that divide the combinations best. */
function colourOption() {
  const most = MARKS.length;
  const fit = combinations.settings.filter(({ values }) => values.length <= most);
  const best = [...fit].sort(
    (a, b) => a.isNumber - b.isNumber || spread(b) - spread(a),
  );
  return option(
    "all",
    "colour",
    "Colour by",
    [["", "nothing"], ...fit.map(({ name }) => [name, name])],
    best.length === 0 ? "" : best[0].name,
  );
}

/** The colour groups of combinations: their names, and the group of a combination. */
function colourGroups() {
  const setting = settingNamed(colourOption().value());
  if (setting === undefined) {
    return { names: ["all"], groupOf: () => 0 };
  }
  const names = setting.values.map((value) => value ?? `no ${setting.name}`);
  return { names, groupOf: (number) => setting.values.indexOf(setting.texts[number]) };
}

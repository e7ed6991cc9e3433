const MOST_LINES = 1500;
const MOST_AXES = 9;

section("settings", () => {
  const { summary } = shared();
  const stages = textsOf(summary.stage);
  const measure = measureOption("settings", "show", "Figure", ["test_accuracy", "lowest_test_accuracy", "sparsity", "compression_ratio", "theoretical_speedup", "epochs", "seconds"]);
  const stage = stageOption("settings");
  const means = summary[`${measure.value()}_mean`];
  const rows = selectedRows(summary.combination).filter(
    (row) => means[row] !== null && stage.isShown(summary.combination[row], stages[row]),
  );
  const bar = controls(measure.control, stage.control);
  if (rows.length === 0 || combinations.settings.length === 0) {
    return [bar, nothingSelected()];
  }
  const importance = importances();
  const axes = importance.slice(0, MOST_AXES).map(({ setting }) => setting);
  const every = Math.ceil(rows.length / MOST_LINES);
  const drawn = rows.filter((_, place) => place % every === 0);
  return [
    bar,
    chart("parallel", `Parallel coordinates: ${drawn.length} combinations over ${axes.map(({ name }) => name).join(", ")} and ${MEASURES[measure.value()].title}.`, parallel()),
    note(every > 1 ? `Of ${rows.length} lines every ${every}th is drawn.` : undefined),
    note(importance.length > MOST_AXES ? `Of ${importance.length} settings the ${MOST_AXES} most important have an axis.` : undefined),
    chart("importance", `Importance of the settings for ${MEASURES[measure.value()].title}: ${importance.map(({ setting, share }) => `${setting.name} ${percent(share)}`).join(", ")}.`, bars(), true),
    numbers("importance", `Share of the variance of ${MEASURES[measure.value()].title} between the values of a setting`, [
      column("setting", ({ setting }) => setting.name),
      column("values", ({ setting }) => setting.values.length),
      column("share", ({ share }) => share),
    ], importance),
  ];

  function importances() {
    const figures = rows.map((row) => means[row]);
    return combinations.settings
      .map((setting) => ({
        setting,
        share: shareBetween(rows.map((row) => setting.texts[summary.combination[row]]), figures),
      }))
      .sort((a, b) => b.share - a.share);
  }

  function parallel() {
    const figures = drawn.map((row) => means[row]);
    const { isShare, isRatio, title } = MEASURES[measure.value()];
    return {
      parallel: { left: 60, right: 130, top: 56, bottom: 24, parallelAxisDefault: { nameTextStyle: { color: colour("ink") }, axisLine: { lineStyle: { color: colour("soft") } }, axisLabel: { color: colour("soft"), width: 90, overflow: "truncate" } } },
      parallelAxis: [
        ...axes.map(({ name, values }, dim) => ({ dim, name, type: "category", data: values.map((value) => value ?? NONE) })),
        { dim: axes.length, name: title.split(" (")[0].split(" at ")[0], type: isRatio ? "log" : "value", scale: true, axisLabel: { color: colour("soft"), formatter: isShare ? shortPercent : written } },
      ],
      visualMap: {
        show: false,
        dimension: axes.length,
        min: Math.min(...figures),
        max: Math.max(...figures),
        inRange: { color: isDark.matches ? ["#39507a", "#7fa9f5", "#ffd27f"] : ["#c9d4ea", "#4a77c9", "#102a66"] },
      },
      series: [
        {
          type: "parallel",
          smooth: false,
          lineStyle: { width: drawn.length > 200 ? 1 : 2, opacity: drawn.length > 200 ? 0.35 : 0.75 },
          data: drawn.map((row) => [...axes.map(({ texts }) => texts[summary.combination[row]] ?? NONE), means[row]]),
        },
      ],
    };
  }

  function bars() {
    const seen = importance.slice(0, 15).reverse();
    return {
      grid: { left: 170, right: 60, top: 12, bottom: 48 },
      tooltip: tooltip(({ name, value }) => [`${name}: ${percent(value)}`]),
      xAxis: axis({ type: "value", min: 0, max: 1, name: "Share of the variance between its values", axisLabel: { color: colour("soft"), formatter: (share) => `${100 * share} %` } }),
      yAxis: axis({ type: "category", data: seen.map(({ setting }) => setting.name), axisLabel: { color: colour("ink") } }),
      series: [
        {
          type: "bar",
          barMaxWidth: 18,
          itemStyle: { color: palette()[0] },
          label: { show: true, position: "right", color: colour("soft"), formatter: ({ value }) => percent(value) },
          data: seen.map(({ share }) => share),
        },
      ],
    };
  }
});

section("progress", () => {
  const { trials } = shared();
  const unit = option("progress", "x", "Over", [["trials", "trials"], ["hours", "computing time"]]);
  const rows = selectedRows(trials.combination);
  const steps = stepsOf(rows);
  if (steps.length === 0) {
    return [controls(unit.control), nothingSelected()];
  }
  const ids = textsOf(trials.trial_id);
  const at = (step) => (unit.value() === "trials" ? step.finished : step.hours);
  const last = steps[steps.length - 1];
  const line = (name, figures, index) => ({
    name,
    type: "line",
    step: "end",
    symbol: MARKS[index],
    symbolSize: 7,
    data: [
      ...steps.map((step) => ({ value: [at(step), figures[step.row]], lines: linesOf(step) })),
      { value: [at(end(rows)), figures[last.row]], lines: linesOf(last), symbol: "none" },
    ],
  });
  return [
    controls(unit.control),
    chart("progress", `Best trial so far: ${steps.length} improvements, now validation accuracy ${percent(trials.validation_accuracy[last.row])}, test accuracy ${percent(trials.test_accuracy[last.row])}.`, {
      legend: legend(),
      tooltip: tooltip(({ data }) => data.lines),
      xAxis: axis({ type: "value", name: unit.value() === "trials" ? "Trials finished" : "Hours of computing", min: 0 }),
      yAxis: axis({ type: "value", scale: true, name: "Accuracy of the best so far", nameGap: 56, axisLabel: { color: colour("soft"), formatter: shortPercent } }),
      series: [line("validation accuracy", trials.validation_accuracy, 0), line("its test accuracy", trials.test_accuracy, 1)],
    }, true),
    numbers("progress", "Each trial that was the best so far", [
      column("finished", ({ finished }) => finished),
      column("hours", ({ hours }) => hours),
      column("trial", ({ row }) => ids[row]),
      ...settingColumns(({ row }) => trials.combination[row]),
      column("validation_accuracy", ({ row }) => trials.validation_accuracy[row]),
      column("test_accuracy", ({ row }) => trials.test_accuracy[row]),
    ], steps),
  ];

  function stepsOf(some) {
    const steps = [];
    let best = -Infinity;
    let hours = 0;
    some.forEach((row, place) => {
      hours += (trials.seconds[row] ?? 0) / 3600;
      const accuracy = trials.validation_accuracy[row];
      if (accuracy !== null && accuracy > best) {
        best = accuracy;
        steps.push({ row, finished: place + 1, hours });
      }
    });
    return steps;
  }

  function end(some) {
    return { finished: some.length, hours: some.reduce((sum, row) => sum + (trials.seconds[row] ?? 0), 0) / 3600 };
  }

  function linesOf({ row, finished, hours }) {
    return [
      combinations.labels[trials.combination[row]],
      `Trial ${ids[row]}, finished as number ${finished}, after ${written(hours)} hours of computing`,
      `Validation accuracy: ${percent(trials.validation_accuracy[row])}`,
      `Test accuracy: ${percent(trials.test_accuracy[row])}`,
    ];
  }
});

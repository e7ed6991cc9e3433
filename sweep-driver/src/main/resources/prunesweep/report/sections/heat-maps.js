section("heat-maps", (data) => {
  const stages = textsOf(data.stage);
  const seeds = textsOf(data.seed);
  const layers = [...new Set(data.layer)].sort((a, b) => a - b);
  const layer = option("heat-maps", "layer", "Layer", layers.map((number) => [String(number), `hidden layer ${number}`]));
  const rows = selectedRows(data.combination).filter((row) => String(data.layer[row]) === layer.value());
  const numbersOf = bestFirst(rows.map((row) => data.combination[row]));
  const bar = controls(layer.control);
  if (rows.length === 0) {
    return [bar, nothingSelected(), note(data.leftOut)];
  }
  return [bar, ...numbersOf.flatMap(mapsOf), note(data.leftOut)];

  function mapsOf(number) {
    const own = rows.filter((row) => data.combination[row] === number);
    return [
      element("h3", {}, combinations.labels[number]),
      element("div", { class: "maps" }, ...own.map(figure)),
    ];
  }

  function figure(row) {
    const { rows: height, columns: width, shares } = data.cells[row];
    const share = [...shares].reduce((sum, digit) => sum + parseInt(digit, 16), 0) / (15 * shares.length);
    const text = `${stages[row]}, seed ${seeds[row]}: ${data.inputs[row]} inputs x ${data.units[row]} units, about ${percent(share)} not zero`;
    const picture = element("canvas", { width, height, role: "img", "aria-label": text });
    picture.style.width = `${Math.max(2 * width, 96)}px`;
    picture.style.height = `${Math.max(2 * height, 48)}px`;
    paint(picture.getContext("2d"), width, height, shares);
    return element("figure", {}, picture, element("figcaption", {}, text));
  }

  function paint(context, width, height, shares) {
    const image = context.createImageData(width, height);
    const [dark, light] = [20, 255];
    [...shares].forEach((digit, cell) => {
      const grey = light + ((dark - light) * parseInt(digit, 16)) / 15;
      image.data.set([grey, grey, grey, 255], 4 * cell);
    });
    context.putImageData(image, 0, 0);
  }
});

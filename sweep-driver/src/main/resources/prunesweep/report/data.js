// The data of the page: JSON that Java wrote into it, a column an array.

/** The data of a section, or null where it has none. */
function dataOf(id) {
  const script = document.getElementById(`data-${id}`);
  return script === null ? null : JSON.parse(script.textContent);
}

/** The texts of a column that keeps each text once. */
function textsOf(column) {
  return column.codes.map((code) => column.values[code]);
}

/** The row numbers of a column. */
function rowsOf(column) {
  return [...column.keys()];
}

/** What stands for a setting that a trial does not have. */
const NONE = "–";

/** The combinations of settings but for the seed, by their numbers. */
const combinations = (() => {
  const { size, varying, same } = shared().combinations;
  const settings = Object.entries(varying)
    .map(([name, column]) => setting(name, column))
    .sort((a, b) => b.isTelling - a.isTelling);
  const telling = settings.filter(({ isTelling }) => isTelling);
  const labels = labelsBy(label);

  function setting(name, column) {
    const given = column.values.filter((value) => value !== null);
    const isNumber = given.every((value) => value.trim() !== "" && Number.isFinite(Number(value)));
    const order = isNumber ? (a, b) => Number(a) - Number(b) : (a, b) => (a < b ? -1 : 1);
    const shorter = (value) => (value === null ? null : rounded(value));
    const values = (isNumber ? given.map(shorter) : [...given]).sort(order);
    return {
      name,
      isNumber,
      // Where all that have it have the same, another setting tells who has it.
      isTelling: given.length > 1,
      texts: textsOf(isNumber ? { ...column, values: column.values.map(shorter) } : column),
      values: given.length < column.values.length ? [...values, null] : values,
    };
  }

  /** The labels of all, with the settings that tell them apart. */
  function labelsBy(write) {
    const all = (some) => Array.from({ length: size }, (_, number) => write(number, some));
    const short = all(telling);
    return new Set(short).size === size ? short : all(settings);
  }

  /** Words stand for themselves, numbers after the name of their setting. */
  function label(number, some) {
    const words = some
      .filter(({ texts }) => texts[number] !== null)
      .map(({ name, isNumber, texts }) => (isNumber ? `${name} ${texts[number]}` : texts[number]));
    return words.length === 0 ? "all trials" : words.join(", ");
  }

  /** A number without the digits that its storage added. */
  function rounded(text) {
    return String(Number(Number(text).toPrecision(12)));
  }

  return { size, settings, same, labels };
})();

/** The data that several sections draw from. */
function shared() {
  shared.data ??= dataOf("shared");
  return shared.data;
}

/** The setting of this name, or undefined where all trials have the same. */
function settingNamed(name) {
  return combinations.settings.find((setting) => setting.name === name);
}

// Starts the page.

function start() {
  selection.read();
  drawOverview();
  drawContents();
  nameCharts();
  drawFilters();
  selection.listeners.push(drawFilters, () => sections.forEach((_, id) => redraw(id)));
  addEventListener("hashchange", () => {
    selection.read();
    selection.changed();
    show(selection.place);
  });
  document.addEventListener("click", closeFilters);
  document.addEventListener("keydown", closeFilters);
  isDark.addEventListener("change", () => sections.forEach((_, id) => redraw(id)));
  addEventListener("beforeprint", drawAll);
  watch();
  show(selection.place);
}

function drawOverview() {
  const { status, seconds } = shared().trials;
  const count = (name) => textsOf(status).filter((text) => text === name).length;
  const hours = seconds.reduce((sum, number) => sum + number, 0) / 3600;
  const trials = `${status.codes.length} trials of ${combinations.size} combinations of settings`;
  document.getElementById("overview").textContent =
    `${trials}: ${count("done")} done, ${count("failed")} failed; ${written(Number(hours.toFixed(2)))} hours of computing.`;
}

function nameCharts() {
  document.getElementById("echarts").textContent = echarts.version;
}

function drawContents() {
  const contents = document.getElementById("contents");
  for (const place of document.querySelectorAll("main > section:not([data-empty])")) {
    const go = (event) => {
      event.preventDefault();
      selection.goTo(place.id);
      show(place.id);
    };
    contents.append(element("a", { href: `#${place.id}`, onclick: go }, place.querySelector("h2").textContent));
  }
}

function show(id) {
  const place = id === null ? null : document.getElementById(id);
  if (place?.matches("main > section")) {
    place.scrollIntoView();
    const heading = place.querySelector("h2");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
}

/** Draws each section a little before it comes into sight. */
function watch() {
  const watcher = new IntersectionObserver(
    (entries) =>
      entries.forEach(({ target, isIntersecting }) => {
        sections.get(target.id).isInSight = isIntersecting;
        if (isIntersecting) {
          drawNow(target.id);
        }
      }),
    { rootMargin: "300px" },
  );
  sections.forEach((_, id) => watcher.observe(document.getElementById(id)));
}

function drawAll() {
  sections.forEach((_, id) => drawNow(id));
}

start();

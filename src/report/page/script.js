"use strict";
(() => {
  const tip = document.getElementById("tip");
  const hide = () => { tip.hidden = true; };
  const show = (event) => {
    const spot = event.target.closest ? event.target.closest("[data-spot]") : null;
    if (!spot) { hide(); return; }
    tip.textContent = spot.dataset.spot;
    tip.hidden = false;
    const box = tip.getBoundingClientRect();
    const right = event.clientX + 16 + box.width > document.documentElement.clientWidth;
    const left = right ? Math.max(4, event.clientX - 16 - box.width) : event.clientX + 16;
    const top = Math.min(Math.max(4, event.clientY - box.height / 2), window.innerHeight - box.height - 4);
    tip.style.left = left + "px";
    tip.style.top = top + "px";
  };
  document.addEventListener("pointermove", show);
  document.addEventListener("pointerdown", show);
  document.addEventListener("scroll", hide, { passive: true, capture: true });
  document.documentElement.addEventListener("pointerleave", hide);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") { hide(); } });

  const filters = [...document.querySelectorAll("select[data-filter]")];
  const shown = document.getElementById("shown");
  const apply = () => {
    const chosen = filters.filter((select) => select.value);
    const rows = [...document.querySelectorAll("[data-site], [data-kind]")];
    let left = 0;
    for (const row of rows) {
      const fits = chosen.every((select) => {
        const own = row.dataset[select.dataset.filter];
        return own === undefined || own === select.value;
      });
      row.hidden = !fits;
      left += fits ? 1 : 0;
    }
    const details = document.querySelectorAll("details.long");
    if (chosen.length) { for (const one of details) { if (one.querySelector("[data-site], [data-kind]")) { one.open = true; } } }
    shown.textContent = chosen.length ? left + " of " + rows.length + " rows and stories shown" : "";
  };
  for (const select of filters) { select.addEventListener("change", apply); }
  for (const one of document.querySelectorAll("[data-needs-script]")) { one.hidden = false; }

  const pair = ["left", "right"].map((side) => document.getElementById("side-" + side));
  const hold = () => {
    const arms = pair.map((select) => select.value);
    for (const one of document.querySelectorAll(".side .arm")) {
      one.hidden = !arms.includes(one.dataset.arm);
      one.classList.toggle("right", one.dataset.arm === arms[1] && arms[1] !== arms[0]);
    }
  };
  if (pair[0]) {
    for (const select of pair) { select.addEventListener("change", hold); }
    hold();
  }

  const root = document.documentElement;
  const button = document.getElementById("theme");
  const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const label = () => { button.textContent = isDark() ? "Light page" : "Dark page"; };
  button.hidden = false;
  button.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; label(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", label);
  label();
})();

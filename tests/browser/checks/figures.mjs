// Every picture has a name for those who cannot see it, letters that a reader can find and copy, a caption that says what to see, and
// its numbers as a table.

import { discloseAll } from "../visit.mjs";

export async function figures(visit) {
  const page = await visit.open();
  await discloseAll(page);
  // Of the pictures that every arm has, two arms are on the page at a time.
  const arms = await page.locator("#side-left option").count();
  let [count, seen] = [0, 0];
  for (let first = 0; first === 0 || first < arms; first += 2) {
    if (arms) {
      await page.locator("#side-left").selectOption({ index: first });
      await page.locator("#side-right").selectOption({ index: Math.min(first + 1, arms - 1) });
    }
    const found = await page.evaluate(look);
    for (const what of found.wrong) visit.fail(what);
    [count, seen] = [found.count, seen + found.seen];
  }
  if (count === 0) visit.fail("there is no figure");
  if (seen < count) visit.fail(`${count - seen} figures can be had in no way`);
}

/** In the page: what is wrong with the pictures that have not been looked at before. */
function look() {
  const text = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? "";
  const name = (svg) => {
    const ids = svg.getAttribute("aria-labelledby")?.split(/\s+/).filter(Boolean) ?? [];
    const labelled = ids.map((id) => text(document.getElementById(id))).join(" ").trim();
    return labelled || svg.getAttribute("aria-label")?.trim() || text(svg.querySelector(":scope > title"));
  };
  const wrong = [];
  const all = [...document.querySelectorAll("figure")];
  let seen = 0;
  all.forEach((figure, place) => {
    if (figure.dataset.looked || figure.closest(".arm[hidden]")) return;
    figure.dataset.looked = "yes";
    seen += 1;
    const caption = text(figure.querySelector("figcaption"));
    const title = `figure ${place + 1}${caption ? ` "${caption.slice(0, 40)}"` : ""}`;
    const say = (what) => wrong.push(`${title} ${what}`);
    if (!caption) say("has no figcaption");
    const svg = figure.querySelector("svg");
    if (!svg) say("has no svg");
    else {
      if (svg.getAttribute("role") !== "img") say("has an svg without role=img");
      if (!name(svg)) say("has an svg without a name (aria-labelledby or title)");
      const { width, height } = svg.getBoundingClientRect();
      if (width < 10 || height < 10) say("has an svg without a size");
      const letters = [...svg.querySelectorAll("text")].filter((one) => text(one));
      if (letters.length === 0) say("has an svg without a letter that can be found");
      for (const one of letters) if (one.getComputedTextLength() < 0.5 || getComputedStyle(one).visibility !== "visible") say(`has letters that are not seen: ${text(one)}`);
    }
    const tables = [...figure.querySelectorAll("details table")];
    if (tables.length === 0) say("has no table behind a disclosure");
    if (figure.querySelector("details") && !text(figure.querySelector("details > summary"))) say("has a disclosure without a summary");
    for (const table of tables) {
      const heads = [...table.querySelectorAll("th")];
      if (heads.length === 0) say("has a table without th");
      if (heads.some((head) => !["col", "row", "colgroup", "rowgroup"].includes(head.scope))) say("has a th without scope");
      if (!table.querySelector("td")) say("has an empty table");
    }
  });
  for (const svg of document.querySelectorAll("svg")) {
    const isDecoration = svg.closest('[aria-hidden="true"]');
    if (!svg.closest("figure") && !isDecoration && svg.parentElement.closest("svg") === null) wrong.push("an svg stands outside any figure, and is not aria-hidden");
  }
  return { wrong, seen, count: all.length };
}

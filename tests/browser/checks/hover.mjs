// Pointing at a spot of a picture, or putting the focus on it, shows its text in the element with the id "tip"; going
// away or pressing Escape hides it. Of each picture the first, the middle and the last spot are tried.

import { DESK, PHONE } from "../visit.mjs";

const MOST = 60;

export async function hover(visit) {
  for (const width of [DESK, PHONE]) {
    const page = await visit.open({ width });
    const count = await choose(page);
    if (count === 0) return visit.note("no [data-spot]: nothing to point at");
    const tip = await page.evaluate(() => document.getElementById("tip")?.getAttribute("role"));
    if (tip !== "tooltip") return visit.fail(tip === undefined ? 'there is no element with id "tip"' : "#tip lacks role=tooltip");
    for (let place = 0; place < count; place += 1) await point(visit, page, place, width);
  }
}

/** Marks the spots that are tried; their number. */
function choose(page) {
  return page.evaluate((most) => {
    const pictures = Map.groupBy
      ? Map.groupBy(document.querySelectorAll("[data-spot]"), (spot) => spot.closest("svg") ?? document)
      : new Map([[document, [...document.querySelectorAll("[data-spot]")]]]);
    const chosen = [...pictures.values()].flatMap((spots) => [...new Set([spots[0], spots[spots.length >> 1], spots.at(-1)])]);
    const seen = chosen.filter((spot) => spot.checkVisibility({ visibilityProperty: true }));
    globalThis.spots = seen.slice(0, most);
    return globalThis.spots.length;
  }, MOST);
}

const squeezed = (text) => text.replace(/\s+/g, "");

async function point(visit, page, place, width) {
  // Away first, so that a text that stays from the last spot is not taken for this one's.
  await page.mouse.move(0, 0);
  const at = await page.evaluate(async (place) => {
    const spot = globalThis.spots[place];
    spot.scrollIntoView({ block: "center", inline: "center" });
    // Scrolling is told to the page a moment later, and may hide the text.
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    const { left, top, width, height } = spot.getBoundingClientRect();
    const here = [0.5, 0.25, 0.75].flatMap((x) => [0.5, 0.25, 0.75].map((y) => [left + x * width, top + y * height]));
    for (const [x, y] of here) {
      // Another spot may lie over this one: then its text is the right one.
      const hit = document.elementFromPoint(x, y)?.closest("[data-spot]");
      if (hit) return { x, y, text: hit.dataset.spot, focusable: spot.tabIndex >= 0, own: spot.dataset.spot };
    }
    return { text: spot.dataset.spot };
  }, place);
  const title = `"${at.text.slice(0, 40)}" (${width} px)`;
  if (!at.text.trim()) return visit.fail("a spot has no text");
  if (at.x === undefined) return visit.fail(`cannot be pointed at: ${title}`);
  await page.mouse.move(at.x, at.y);
  const shown = await told(page);
  if (squeezed(shown.text) !== squeezed(at.text)) {
    return visit.fail(`pointing at ${title} shows "${shown.text.slice(0, 60)}"`);
  }
  if (shown.outside) visit.fail(`the text of ${title} sticks out of the window`);
  await page.keyboard.press("Escape");
  if ((await told(page)).text) visit.fail(`Escape does not hide the text of ${title}`);
  await page.mouse.move(at.x + 1, at.y);
  await page.mouse.move(0, 0);
  if ((await told(page)).text) visit.fail(`the text of ${title} stays when the pointer has gone`);
  if (!at.focusable) return undefined;
  await page.evaluate((place) => globalThis.spots[place].focus(), place);
  const focused = await told(page);
  if (squeezed(focused.text) !== squeezed(at.own)) visit.fail(`the focus on "${at.own.slice(0, 40)}" shows "${focused.text.slice(0, 60)}"`);
  await page.evaluate(() => document.activeElement.blur());
  if ((await told(page)).text) visit.fail(`the text of ${title} stays when the focus has gone`);
  return undefined;
}

/** What the hover text says, if it is seen at all. */
function told(page) {
  return page.evaluate(() => {
    const tip = document.getElementById("tip");
    const { left, right, top, bottom } = tip.getBoundingClientRect();
    const seen = tip.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const outside = left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
    return { text: seen ? tip.innerText : "", outside: seen && outside };
  });
}

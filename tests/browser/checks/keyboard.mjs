// Everything that can be used is reached with Tab, shows that it has the focus, and disclosures open with Enter.

const MOST_STOPS = 5000;
const USED = "summary, select, a[href], button, input, textarea";

export async function keyboard(visit) {
  const page = await visit.open();
  await walk(visit, page, "closed");
  await openWithEnter(visit, page);
  await walk(visit, page, "open");
}

/** Presses Tab until the walk comes round; says what was not reached, and what was without showing it. */
async function walk(visit, page, when) {
  await page.evaluate((used) => {
    document.activeElement?.blur();
    getSelection().removeAllRanges();
    scrollTo(0, 0);
    const look = (element) => {
      const { boxShadow, backgroundColor, borderColor, textDecorationLine, stroke } = getComputedStyle(element);
      return JSON.stringify([boxShadow, backgroundColor, borderColor, textDecorationLine, stroke]);
    };
    const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled;
    const inUse = [...document.querySelectorAll(used)].filter(isSeen);
    globalThis.walk = { reached: new Set(), dull: new Set(), inUse, before: new Map(inUse.map((one) => [one, look(one)])), look };
  }, USED);
  // A click in the corner puts the start of the walk at the top of the page.
  await page.mouse.click(1, 1);
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press("Tab");
    const isNew = await page.evaluate(() => {
      const { reached, dull, before, look } = globalThis.walk;
      const now = document.activeElement;
      if (!now || now === document.body || reached.has(now)) return false;
      reached.add(now);
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(now);
      const outlined = outlineStyle !== "none" && parseFloat(outlineWidth) > 0 && !/, 0\)$|^transparent$/.test(outlineColor);
      const changed = before.has(now) && before.get(now) !== look(now);
      if (!outlined && !changed) dull.add(now);
      return true;
    });
    if (!isNew) break;
  }
  const { missed, dull } = await page.evaluate(() => {
    const { reached, dull, inUse } = globalThis.walk;
    const name = (one) => `<${one.localName}> "${(one.textContent || one.getAttribute("aria-label") || "").trim().slice(0, 40)}"`;
    return { missed: inUse.filter((one) => !reached.has(one)).map(name), dull: [...dull].map(name) };
  });
  for (const one of missed) visit.fail(`Tab does not reach ${one} (disclosures ${when})`);
  for (const one of dull) visit.fail(`does not show the focus: ${one}`);
}

async function openWithEnter(visit, page) {
  for (const summary of await page.locator("summary").all()) {
    const isOpen = () => summary.evaluate((one) => one.parentElement.open);
    if (!(await summary.isVisible()) || (await isOpen())) continue;
    await summary.focus();
    await page.keyboard.press("Enter");
    if (!(await isOpen())) visit.fail(`Enter does not open "${(await summary.textContent()).trim().slice(0, 40)}"`);
  }
}

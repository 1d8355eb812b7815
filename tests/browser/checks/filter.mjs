// Choosing a site or a kind hides what belongs to others, and says how many are shown.

import { discloseAll } from "../visit.mjs";

export async function filter(visit) {
  const page = await visit.open();
  await discloseAll(page);
  for (const by of ["site", "kind"]) {
    const select = page.locator(`select[data-filter="${by}"]`);
    const [selects, values] = [await select.count(), await valuesOf(page, by)];
    if (selects === 0 && values.length > 1) visit.fail(`there is no select[data-filter="${by}"] for ${values.length} of them`);
    if (selects > 1) visit.fail(`there are ${selects} select[data-filter="${by}"]`);
    if (selects !== 1) continue;
    const options = await select.locator("option").evaluateAll((all) => all.map((one) => one.value));
    const all = options[0];
    if (all !== "" && all !== "all") visit.fail(`the first choice of ${by} is "${all}": it should be all of them ("" or "all")`);
    const everything = await shown(page, by);
    for (const value of options.slice(1)) {
      await select.selectOption(value);
      const now = await shown(page, by);
      const of = `${by} "${value}"`;
      if (now.fitting === 0) visit.fail(`${of} can be chosen, but nothing carries it`);
      if (now.fittingHidden.length) visit.fail(`${of} hides what belongs to it: ${now.fittingHidden[0]}`);
      if (now.othersShown.length) visit.fail(`${of} leaves others shown: ${now.othersShown[0]}`);
      if (now.lives === 0) visit.fail("nothing with aria-live says how many are shown");
      else if (!now.counts.some((count) => now.numbers.includes(count))) {
        visit.fail(`${of}: what is said, "${now.said}", names none of the numbers shown (${now.counts.join(", ")})`);
      }
    }
    const missing = values.filter((value) => !options.includes(value));
    if (missing.length) visit.fail(`${by} "${missing[0]}" cannot be chosen`);
    await select.selectOption(all);
    const again = await shown(page, by);
    if (again.counts.join() !== everything.counts.join()) visit.fail(`all of ${by} does not bring everything back`);
  }
}

/** The values that elements carry. */
function valuesOf(page, by) {
  return page.evaluate((by) => [...new Set([...document.querySelectorAll(`[data-${by}]`)].map((one) => one.dataset[by]))].filter(Boolean), by);
}

/** What is shown now. */
function shown(page, by) {
  return page.evaluate((by) => {
    const chosen = document.querySelector(`select[data-filter="${by}"]`).value;
    const isSeen = (one) => one.checkVisibility();
    const short = (one) => one.outerHTML.slice(0, 60);
    const fits = (one) => one.dataset[by] === chosen;
    const carriers = [...document.querySelectorAll(`[data-${by}]`)].filter((one) => one.dataset[by]);
    const seen = (selector) => [...document.querySelectorAll(selector)].filter(isSeen).length;
    const lives = [...document.querySelectorAll("[aria-live]")];
    const said = lives.map((one) => one.textContent.trim()).join(" ");
    return {
      fitting: carriers.filter(fits).length,
      fittingHidden: carriers.filter((one) => fits(one) && !isSeen(one)).map(short),
      othersShown: carriers.filter((one) => !fits(one) && isSeen(one)).map(short),
      counts: [seen(`[data-${by}]`), seen("[data-site]"), seen("[data-kind]"), seen("[data-site], [data-kind]")],
      lives: lives.length,
      said,
      numbers: (said.match(/\d+/g) ?? []).map(Number),
    };
  }, by);
}

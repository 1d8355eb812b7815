// The report of a run or a comparison holds the program: nothing of it moves before a reader asks, then it answers a knob, with a
// worker or without; a link with a setting opens there, and other links do not start it.

const AWARD = "[data-key='programme.funding.award'] input[type=range]";
const PATIENCE = { timeout: 90_000 };

export async function try_it(visit) {
  const holds = visit.html.includes('id="live-module"');
  if (holds !== visit.html.includes('id="live-begin"')) return visit.fail("the program and the button that starts it are not both there");
  if (!holds) return;
  const page = await visit.open();
  await page.click("nav li:last-child a");
  if (await begun(page)) visit.fail("it has begun before anybody asked");
  await page.click("#live-begin");
  await page.waitForFunction(() => document.getElementById("live").dataset.ready && document.getElementById("live-answer").textContent, null, PATIENCE);
  const before = await page.textContent("#live-answer");
  if (!/\d % are still alive/.test(before)) visit.fail(`answers "${before}"`);
  const levels = await page.$$eval("#try-it :is(h1, h2, h3, h4, h5)", (all) => all.map((one) => Number(one.localName[1])));
  if (levels.filter((level) => level < 3).length !== 1 || levels.some((level, at) => level > (levels[at - 1] ?? 1) + 1)) visit.fail(`headings are of the levels ${levels}`);
  await page.$eval(AWARD, (range) => {
    range.value = "1";
    for (const kind of ["input", "change"]) range.dispatchEvent(new Event(kind, { bubbles: true }));
  });
  await settled(page);
  const after = await page.textContent("#live-answer");
  if (before === after || !after.includes("(baseline)")) visit.fail(`after a move it answers "${after}"`);
  if (await page.getAttribute("#live", "data-worker")) visit.fail("it does not run in a worker");
  if (new URL(page.url()).hash !== "#try-it") visit.fail(`the address has become ${page.url()}`);
  await linked(visit);
}

/** A link with a setting, where workers are forbidden, from within the page. */
async function linked(visit) {
  const page = await visit.open();
  await page.evaluate(() => {
    window.Worker = class { constructor() { throw new Error("forbidden"); } };
    location.hash = "set=programme.funding.award%3D0.9&seed=1&futures=4";
  });
  await settled(page);
  if ((await page.getAttribute("#live", "data-worker")) !== "none") visit.fail("it has a worker all the same");
  if (!/^4 of 4 futures/.test(await page.textContent("#live-state"))) visit.fail(`says "${await page.textContent("#live-state")}"`);
  if ((await page.inputValue(AWARD)) !== "0.9") visit.fail("the link's setting is not shown");
  const top = await page.$eval("#try-it", (one) => one.getBoundingClientRect().top);
  if (Math.abs(top) > 100) visit.fail(`a link with a setting opens ${Math.round(top)} px from it`);
}

const begun = (page) => page.evaluate(() => Boolean(document.getElementById("live-answer")));

async function settled(page) {
  await page.waitForTimeout(80);
  await page.waitForFunction(() => { const { ready, settled } = document.getElementById("live").dataset; return ready && settled === "true"; }, null, PATIENCE);
}

// node slides.mjs [--out DIR] DECK...: opens every deck of `safsim slides` in a browser and says all that is wrong with it. Pictures of
// the slides and a PDF go to DIR.

import { mkdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";

/** Pixels of 18 points. */
const LEAST = 24;

/** What a page says of its slides: what leaves its slide, and which letters are small. */
function measure(least) {
  const slides = [...document.querySelectorAll(".slide")];
  const wrong = [];
  const name = (slide) => `slide ${slides.indexOf(slide) + 1}`;
  for (const slide of slides) {
    if (slide.scrollHeight > slide.clientHeight || slide.scrollWidth > slide.clientWidth) wrong.push(`${name(slide)} holds more than it has room for`);
    const edge = slide.getBoundingClientRect();
    for (const text of slide.querySelectorAll("svg text")) {
      const box = text.getBoundingClientRect();
      const out = box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 1 || box.bottom > edge.bottom + 1;
      if (out) wrong.push(`${name(slide)}: "${text.textContent.trim()}" leaves it`);
    }
  }
  for (const element of document.querySelectorAll(".slide *")) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    const scale = element.ownerSVGElement ? element.ownerSVGElement.getScreenCTM().a : 1;
    const size = parseFloat(getComputedStyle(element).fontSize) * scale;
    if (size < least - 0.1) wrong.push(`"${element.textContent.trim().slice(0, 30)}" is ${size.toFixed(1)} pixels high`);
  }
  if (document.querySelectorAll(".picture svg path[d]").length > 0 && document.querySelectorAll(".picture svg text").length === 0) wrong.push("pictures have no text");
  return { slides: slides.length, wrong };
}

async function examine(browser, file, out) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const wrong = [];
  page.on("console", (message) => wrong.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => wrong.push(`error: ${error}`));
  page.on("request", (request) => {
    if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) wrong.push(`asks for ${request.url()}`);
  });
  await page.goto(pathToFileURL(resolve(file)).href, { waitUntil: "load" });
  const seen = await page.evaluate(measure, LEAST);
  wrong.push(...seen.wrong);
  if (seen.slides < 5) wrong.push(`${seen.slides} slides`);
  // Keys go from slide to slide.
  const top = () => page.evaluate(() => [...document.querySelectorAll(".slide")].findIndex((slide) => Math.abs(slide.getBoundingClientRect().top) < 4));
  for (const [key, place] of [["ArrowRight", 1], ["ArrowRight", 2], ["ArrowLeft", 1], ["Home", 0]]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(150);
    if ((await top()) !== place) wrong.push(`${key} leads to slide ${(await top()) + 1}, not ${place + 1}`);
  }
  // Letters can be found, as they are text.
  if (!(await page.evaluate(() => window.find("What this cannot say")))) wrong.push("nothing can be found in it");
  const name = basename(dirname(resolve(file)));
  await mkdir(out, { recursive: true });
  for (let place = 0; place < seen.slides; place += 1) await page.locator(".slide").nth(place).screenshot({ path: join(out, `${name}-slide-${place + 1}.png`) });
  // On paper every slide is a page of its own.
  await page.emulateMedia({ media: "print" });
  const heights = await page.evaluate(() => [...document.querySelectorAll(".slide")].map((slide) => slide.offsetHeight));
  if (heights.some((height) => height !== 720)) wrong.push(`in print slides are ${heights} pixels high`);
  await page.pdf({ path: join(out, `${name}-slides.pdf`), preferCSSPageSize: true, printBackground: true });
  await page.close();
  console.log([`${file}: ${wrong.length === 0 ? `fine, ${seen.slides} slides` : "FAILED"}`, ...wrong.map((one) => `  FAILED ${one}`)].join("\n"));
  return wrong.length;
}

const words = process.argv.slice(2);
const at = words.indexOf("--out");
const out = at >= 0 ? words.splice(at, 2)[1] : "looks";
const browser = await launch();
let wrong = 0;
for (const file of words) wrong += await examine(browser, file, out);
await browser.close();
process.exitCode = wrong === 0 && words.length > 0 ? 0 : 1;

// On a phone the page is as wide as the screen: pictures and tables that are wider scroll in a box of their own, and what a picture says
// is on the screen before anything is scrolled.

import { PHONE, discloseAll } from "../visit.mjs";

export async function phone(visit) {
  const page = await visit.open({ width: PHONE });
  const meta = await page.evaluate(() => document.querySelector('meta[name="viewport"]')?.content ?? "");
  if (!/width\s*=\s*device-width/.test(meta)) visit.fail('has no <meta name="viewport" content="width=device-width">');
  if (/user-scalable\s*=\s*(no|0)|maximum-scale/.test(meta)) visit.fail("forbids enlarging");
  await sideways(visit, page, "as it opens");
  await messages(visit, page);
  await discloseAll(page);
  await sideways(visit, page, "with every disclosure open");
}

/** Pixels of the smallest letters of a picture that is drawn for a phone. */
const LEAST = 9;

/** Every picture has its message above it as text, within the screen; if it is drawn for a phone, so are all its letters, large enough. */
async function messages(visit, page) {
  const { wrong, all, drawn } = await page.evaluate((least) => {
    const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });
    const text = (element) => element.textContent.replace(/\s+/g, " ").trim();
    const isOn = (element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && left >= -1 && right <= innerWidth + 1;
    };
    const wrong = [];
    const figures = [...document.querySelectorAll("figure")].filter(isSeen);
    let drawn = 0;
    figures.forEach((figure, place) => {
      const say = (what) => wrong.push(`figure ${place + 1} ${what}`);
      const message = figure.querySelector(".message");
      if (!message || !isSeen(message) || !text(message)) return say("does not say above it what is to be seen");
      const words = document.createRange();
      words.selectNodeContents(message);
      if (!isOn(words)) say(`has its message beside the screen: "${text(message).slice(0, 40)}"`);
      const svg = figure.querySelector(".narrow svg[role=img]");
      if (!svg || !isSeen(svg)) return undefined;
      drawn += 1;
      for (const one of svg.querySelectorAll("text")) {
        if (!text(one)) continue;
        if (!isOn(one)) say(`has letters beside the screen: "${text(one)}"`);
        const size = parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a;
        if (size < least) say(`has letters ${size.toFixed(1)} px high: "${text(one)}"`);
      }
      return undefined;
    });
    return { wrong, all: figures.length, drawn };
  }, LEAST);
  wrong.slice(0, 5).forEach((what) => visit.fail(what));
  visit.note(`${drawn} of ${all} pictures are drawn for a phone, the others scroll`);
}

async function sideways(visit, page, when) {
  const { wide, room, culprits } = await page.evaluate(() => {
    const wide = document.documentElement.scrollWidth;
    const isInBox = (element) => {
      for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
        if (getComputedStyle(box).overflowX !== "visible") return true;
      }
      return false;
    };
    const sticksOut = (element) => element.getBoundingClientRect().right > innerWidth + 1 && !isInBox(element);
    const culprits = [...document.body.querySelectorAll("*")].filter(sticksOut).slice(0, 3);
    return { wide, room: innerWidth, culprits: culprits.map((one) => one.outerHTML.slice(0, 60)) };
  });
  if (wide > room) visit.fail(`scrolls sideways ${when}: ${wide} px on a screen of ${room}; ${culprits.join(" ")}`);
}

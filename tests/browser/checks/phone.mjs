// On a phone the page is as wide as the screen: pictures and tables that are wider scroll in a box of their own.

import { PHONE, discloseAll } from "../visit.mjs";

export async function phone(visit) {
  const page = await visit.open({ width: PHONE });
  const meta = await page.evaluate(() => document.querySelector('meta[name="viewport"]')?.content ?? "");
  if (!/width\s*=\s*device-width/.test(meta)) visit.fail('has no <meta name="viewport" content="width=device-width">');
  if (/user-scalable\s*=\s*(no|0)|maximum-scale/.test(meta)) visit.fail("forbids enlarging");
  await sideways(visit, page, "as it opens");
  await discloseAll(page);
  await sideways(visit, page, "with every disclosure open");
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

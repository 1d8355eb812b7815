// Pictures for people to look at: the whole page in both themes, on a desk and a phone, and on paper.

import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { DESK, PHONE } from "../visit.mjs";

/** The browser cannot draw higher pictures in one piece. */
const HIGHEST = 8000;

export async function looks(visit) {
  await mkdir(visit.out, { recursive: true });
  for (const scheme of ["light", "dark"]) {
    for (const width of [DESK, PHONE]) {
      const page = await visit.open({ scheme, width });
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      const pieces = Math.max(1, Math.ceil(height / HIGHEST));
      for (let piece = 0; piece < pieces; piece += 1) {
        const y = piece * HIGHEST;
        const clip = { x: 0, y, width, height: Math.min(HIGHEST, height - y) };
        const number = pieces > 1 ? `-${piece + 1}` : "";
        await page.screenshot({ path: join(visit.out, `${visit.name}-${scheme}-${width}${number}.png`), fullPage: true, clip });
      }
    }
  }
  const page = await visit.open();
  const path = join(visit.out, `${visit.name}.pdf`);
  await page.pdf({ path, format: "A4", preferCSSPageSize: true });
  if ((await stat(path)).size < 1000) visit.fail("printing leaves the paper empty");
}

// axe-core, in both themes, on a desk and a phone, with every disclosure open. Of long tables only the first rows are looked at, and of
// pictures side by side those of two regimes: the others are written by the same lines of the program, and axe looks at every cell and letter.
// Colours do not depend on the width: both themes at both widths take SAFSIM_WHOLE.

import axe from "axe-core";
import { DESK, PHONE, discloseAll } from "../visit.mjs";

const ROWS = 12;
const REGIMES = 2;

const SERIOUS = ["serious", "critical"];

const READERS = [["light", PHONE], ["dark", DESK]];
const OTHERS = [["light", DESK], ["dark", PHONE]];

export async function accessibility(visit) {
  for (const [scheme, width] of process.env.SAFSIM_WHOLE ? [...READERS, ...OTHERS] : READERS) {
    const page = await visit.open({ scheme, width });
    await discloseAll(page);
    await page.evaluate(([rows, regimes]) => {
      for (const body of document.querySelectorAll("tbody")) [...body.rows].slice(rows).forEach((row) => row.remove());
      for (const two of document.querySelectorAll(".two")) [...two.querySelectorAll(".arm")].slice(regimes).forEach((arm) => arm.remove());
    }, [ROWS, REGIMES]);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() =>
      globalThis.axe.run(document, { resultTypes: ["violations"], elementRef: false }),
    );
    for (const { id, impact, help, nodes } of violations) {
      const text = `${help} (${id}, ${impact}): ${nodes.length} such as ${nodes[0].target.join(" ")}`;
      const why = nodes[0].any[0]?.message ?? nodes[0].all[0]?.message ?? "";
      if (SERIOUS.includes(impact)) visit.fail(`${scheme}, ${width} px: ${text}. ${why}`);
      else visit.note(`axe, ${scheme}, ${width} px: ${text}`);
    }
  }
}

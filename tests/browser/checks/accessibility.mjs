// axe-core, in both themes, on a desk and a phone, with every disclosure open.

import axe from "axe-core";
import { DESK, PHONE, discloseAll } from "../visit.mjs";

const SERIOUS = ["serious", "critical"];

export async function accessibility(visit) {
  for (const scheme of ["light", "dark"]) {
    for (const width of [DESK, PHONE]) {
      const page = await visit.open({ scheme, width });
      await discloseAll(page);
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
}

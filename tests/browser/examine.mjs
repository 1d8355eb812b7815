// All checks of one report, in order.

import { accessibility } from "./checks/accessibility.mjs";
import { figures } from "./checks/figures.mjs";
import { filter } from "./checks/filter.mjs";
import { hover } from "./checks/hover.mjs";
import { keyboard } from "./checks/keyboard.mjs";
import { looks } from "./checks/looks.mjs";
import { markup } from "./checks/markup.mjs";
import { network } from "./checks/network.mjs";
import { paper } from "./checks/paper.mjs";
import { phone } from "./checks/phone.mjs";
import { policy } from "./checks/policy.mjs";
import { side_by_side } from "./checks/side_by_side.mjs";
import { size } from "./checks/size.mjs";
import { without_script } from "./checks/without_script.mjs";
import { try_it } from "./checks/try_it.mjs";
import { Visit } from "./visit.mjs";

export const CHECKS = { size, network, policy, markup, figures, side_by_side, phone, paper, without_script, keyboard, hover, filter, try_it, accessibility, looks };

/** Does `wanted` checks (all unless told otherwise) of the report in `file`; the visit knows what is wrong. */
export async function examine(browser, file, out, wanted = Object.keys(CHECKS)) {
  const visit = await Visit.to(browser, file, out);
  for (const name of wanted) {
    const began = Date.now();
    await visit.during(name, CHECKS[name]);
    const seconds = (Date.now() - began) / 1000;
    if (seconds > 5) visit.note(`${name} took ${seconds.toFixed(0)} s`);
  }
  return visit;
}

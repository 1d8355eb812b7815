// Switched off, scripts take nothing away: what can be read with them can be read without.
//
// Excepted is what only scripts make use of: filters (with their labels and their form), buttons, the hover text, what is
// told as it changes, and whatever stands inside [data-needs-script].

import { discloseAll } from "../visit.mjs";

export async function without_script(visit) {
  const withScript = await visible(await visit.open());
  const without = await visible(await visit.open({ script: false }));
  const missing = withScript.texts.filter((text) => !without.texts.includes(text));
  for (const text of missing.slice(0, 5)) visit.fail(`cannot be read without scripts: "${text.slice(0, 80)}"`);
  if (missing.length > 5) visit.fail(`and ${missing.length - 5} more texts cannot be read without scripts`);
  for (const part of without.hidden) visit.fail(`is hidden without scripts: ${part}`);
}

/** Texts that are seen, and parts of the page that are not. */
async function visible(page) {
  await discloseAll(page);
  return page.evaluate(() => {
    const EXCEPTED = "[data-filter], button, form:has([data-filter]), #tip, [aria-live], [data-needs-script], script, style, template, noscript";
    const isExcepted = (element) => {
      const label = element.closest("label");
      return element.closest(EXCEPTED) || label?.control?.matches("[data-filter]") || label?.querySelector("[data-filter]");
    };
    const isSeen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const texts = new Set();
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const text = walk.currentNode.nodeValue.replace(/\s+/g, " ").trim();
      const element = walk.currentNode.parentElement;
      if (text && !isExcepted(element) && isSeen(element)) texts.add(text);
    }
    const parts = [...document.querySelectorAll("main, section, article, figure, table, [data-site], [data-kind]")];
    const hidden = parts.filter((part) => !isExcepted(part) && !isSeen(part));
    return { texts: [...texts], hidden: hidden.slice(0, 5).map((part) => part.outerHTML.slice(0, 80)) };
  });
}

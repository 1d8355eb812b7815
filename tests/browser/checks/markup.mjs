// Strict HTML: html-validate, offline.

import { HtmlValidate, StaticConfigLoader } from "html-validate";

/** Rules that are off, each with the reason. Adding one here needs a reason too. */
const OFF = {
  // One file without requests: what little style an element has of its own (a bar's width) cannot stand elsewhere.
  "no-inline-style": "a bar's width or a cell's colour is data, and stands with its cell",
  // The program writes what it writes; blanks at line ends harm nobody.
  "no-trailing-whitespace": "layout of the source, not of the page",
  "long-title": "the title names scenario and arms; search engines never see the file",
};

const config = {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
  elements: ["html5"],
  rules: Object.fromEntries(Object.keys(OFF).map((rule) => [rule, "off"])),
};

export async function markup(visit) {
  const validator = new HtmlValidate(new StaticConfigLoader(config));
  const report = await validator.validateString(visit.html, visit.path);
  const places = new Map();
  for (const { messages } of report.results) {
    for (const { ruleId, message, line, column } of messages) {
      const key = `${message} (${ruleId})`;
      places.set(key, [...(places.get(key) ?? []), `${line}:${column}`]);
    }
  }
  for (const [what, where] of places) {
    const more = where.length > 3 ? ` and ${where.length - 3} more` : "";
    visit.fail(`${what} at ${where.slice(0, 3).join(", ")}${more}`);
  }
}

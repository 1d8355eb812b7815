// On paper: no page is empty, and none ends with a heading whose text is on the next one. What is printed is read by pdftotext.

import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** A page with fewer letters than this is empty. */
const FEW = 40;

export async function paper(visit) {
  const page = await visit.open();
  const headings = await page.evaluate(() => [...document.querySelectorAll("h1, h2, h3, .kind, caption b")].map((one) => one.textContent));
  const folder = await mkdtemp(join(tmpdir(), "safsim-paper-"));
  const file = join(folder, "report.pdf");
  try {
    await page.pdf({ path: file, format: "A4", preferCSSPageSize: true });
    const { stdout } = await promisify(execFile)("pdftotext", ["-layout", "-enc", "UTF-8", file, "-"], { maxBuffer: 1 << 28 });
    const sheets = stdout.split("\f").slice(0, -1);
    if (sheets.length === 0) visit.fail("nothing is printed");
    const squeezed = (text) => text.replace(/\s+/g, "");
    // A heading may take several lines: the end of one is enough.
    const ends = headings.map(squeezed).filter((text) => text.length > 3);
    sheets.forEach((sheet, place) => {
      const letters = squeezed(sheet);
      if (letters.length < FEW) visit.fail(`page ${place + 1} of ${sheets.length} is empty`);
      const heading = ends.find((text) => letters.endsWith(text));
      if (heading) visit.fail(`page ${place + 1} of ${sheets.length} ends with a heading: ${heading.slice(-40)}`);
    });
    visit.note(`${sheets.length} pages on paper`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// Small enough to be sent by mail; how quickly it opens is told, not asserted.

import { stat } from "node:fs/promises";

const MOST_MEGABYTES = 10;

export async function size(visit) {
  const megabytes = (await stat(visit.path)).size / 1e6;
  if (megabytes >= MOST_MEGABYTES) visit.fail(`${megabytes.toFixed(1)} MB: at most ${MOST_MEGABYTES} can be mailed`);
  const page = await visit.open();
  const loaded = await page.evaluate(() => performance.getEntriesByType("navigation")[0].loadEventEnd);
  visit.note(`${megabytes.toFixed(2)} MB, open after ${Math.round(loaded)} ms`);
}

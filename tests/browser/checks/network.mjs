// Nothing is asked of anybody: no request (every visit watches for those), and no word in the source that would make one
// in another browser or at another time. Links that a reader may follow are no requests.

export async function network(visit) {
  const page = await visit.open();
  const found = await page.evaluate(() => {
    const outside = (value) => /^\s*(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(value) || /^\s*(?!data:|#)[^\s#]/i.test(value);
    const found = [];
    for (const element of document.querySelectorAll("*")) {
      const name = element.localName;
      for (const { name: attribute, value } of element.attributes) {
        const fetches =
          ["src", "srcset", "poster", "data", "background", "action", "formaction", "ping", "manifest"].includes(attribute) ||
          (["href", "xlink:href"].includes(attribute) && name !== "a");
        if (fetches && outside(value)) found.push(`<${name} ${attribute}="${value.slice(0, 80)}">`);
        if (attribute === "style" && /url\(\s*["']?(?!data:|#)/i.test(value)) found.push(`<${name} style> with url()`);
      }
      if (name === "style" && /@import|url\(\s*["']?(?!data:|#)/i.test(element.textContent)) found.push("<style> with url() or @import");
      if (name === "meta" && /refresh/i.test(element.httpEquiv)) found.push("<meta http-equiv=refresh>");
    }
    return found;
  });
  for (const what of found) visit.fail(`would ask for something: ${what}`);
  await page.waitForTimeout(300); // what a timer might ask for
}

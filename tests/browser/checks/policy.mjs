// The page may do what it needs and nothing else: its Content-Security-Policy begins with nothing, has no "unsafe-", and is
// obeyed. A page that holds the program may run it, and only that: WebAssembly, a worker and pictures at addresses that a script makes. What a name could bring into the page (a script, a style, a picture, an event in an attribute) is stopped by the
// browser. That the policy stops nothing of the page's own is seen by every other check: a violation is an error of the console.

export async function policy(visit) {
  const told = visit.html.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/)?.[1];
  if (!told) return visit.fail("there is no Content-Security-Policy");
  if (!/^default-src 'none'(;|$)/.test(told)) visit.fail(`it does not begin with nothing: ${told}`);
  const holds = visit.html.includes('id="live-module"');
  const needed = [" 'wasm-unsafe-eval';", " worker-src blob:;", " img-src blob:;"];
  if (holds) for (const one of needed) if (!told.includes(one)) visit.fail(`it holds the program, and does not allow${one.slice(0, -1)}`);
  const rest = holds ? needed.reduce((text, one) => text.replace(one, one.startsWith(" '") ? ";" : ""), told) : told;
  if (/unsafe-|blob:|\*|https?:|'self'/.test(rest)) visit.fail(`it allows more than the page needs: ${told}`);
  if (visit.html.indexOf("Content-Security-Policy") > visit.html.search(/<style|<script/)) visit.fail("it comes after what it is about");
  const page = await visit.open({ quiet: true });
  const ran = await page.evaluate(async () => {
    const put = (name, attributes, text = "") => {
      const element = document.createElement(name);
      for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
      element.textContent = text;
      document.body.append(element);
      return element;
    };
    const data = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
    put("script", {}, "globalThis.ranInline = true");
    put("script", { src: "data:text/javascript,globalThis.ranData = true" });
    put("button", { onclick: "globalThis.ranEvent = true" }).click();
    const loads = new Promise((done) => {
      const picture = put("img", { alt: "" });
      picture.onload = () => done(true);
      picture.onerror = () => done(false);
      picture.src = data;
    });
    const before = getComputedStyle(document.body).outlineStyle;
    put("style", {}, "body { outline-style: dotted }");
    const ran = [];
    if (await loads) ran.push("a picture from elsewhere");
    await new Promise((done) => setTimeout(done, 100));
    if (globalThis.ranInline) ran.push("a script in a name");
    if (globalThis.ranData) ran.push("a script in an address");
    if (globalThis.ranEvent) ran.push("a script in an attribute");
    if (getComputedStyle(document.body).outlineStyle !== before) ran.push("a style in a name");
    return ran;
  });
  for (const what of ran) visit.fail(`does not stop ${what}`);
}

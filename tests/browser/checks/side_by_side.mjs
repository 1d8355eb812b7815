// Pictures that every arm has: a reader who chooses two arms sees these two, the one to the left of the other where there is room.

export async function side_by_side(visit) {
  const page = await visit.open({ width: 1440 });
  const [left, right] = ["#side-left", "#side-right"].map((id) => page.locator(id));
  if ((await left.count()) === 0) return;
  const arms = await left.locator("option").allTextContents();
  await page.evaluate(() => document.querySelectorAll("details.arms").forEach((one) => (one.open = true)));
  for (const [first, second] of [[0, 1], [arms.length - 1, 0], [1, 1]]) {
    await left.selectOption({ index: first });
    await right.selectOption({ index: second });
    const wrong = await page.evaluate(([first, second]) => {
      const wrong = [];
      for (const details of document.querySelectorAll("details.arms")) {
        const shown = [...details.querySelectorAll(".arm")].filter((one) => one.checkVisibility());
        shown.sort((one, other) => one.getBoundingClientRect().left - other.getBoundingClientRect().left);
        const names = shown.map((one) => one.dataset.arm);
        const wanted = [...new Set([first, second])].filter((arm) => [...details.querySelectorAll(".arm")].some((one) => one.dataset.arm === arm));
        const what = `"${details.querySelector("summary").textContent}"`;
        if (names.join("|") !== wanted.join("|")) wrong.push(`${what} shows ${names.join(", ")} instead of ${wanted.join(", ")}`);
        const tops = new Set(shown.map((one) => Math.round(one.getBoundingClientRect().top)));
        if (tops.size > 1) wrong.push(`${what} does not show them at the same height`);
      }
      if (document.documentElement.scrollWidth > innerWidth) wrong.push("the page scrolls sideways");
      return wrong;
    }, [arms[first], arms[second]]);
    for (const what of wrong) visit.fail(what);
  }
}

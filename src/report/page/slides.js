"use strict";
(() => {
  const slides = [...document.querySelectorAll(".slide")];
  // The slide whose top is nearest to that of the window.
  const here = () => {
    const away = slides.map((slide) => Math.abs(slide.getBoundingClientRect().top));
    return away.indexOf(Math.min(...away));
  };
  const steps = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Home: -Infinity, End: Infinity };
  document.addEventListener("keydown", (event) => {
    const step = event.key === " " && event.shiftKey ? -1 : steps[event.key];
    if (!step || event.ctrlKey || event.altKey || event.metaKey) { return; }
    event.preventDefault();
    slides[Math.min(Math.max(here() + step, 0), slides.length - 1)].scrollIntoView();
  });
})();

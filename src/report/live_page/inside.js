// In a report: nothing is unpacked, and no worker begun, before a reader asks for it by the button, or by a link with a setting.
(() => {
  const root = document.getElementById("live"), before = document.getElementById("live-before");
  const begin = () => {
    if (before.hidden) { return; }
    before.hidden = true;
    root.classList.add("live-begun");
    root.append(document.getElementById("live-template").content.cloneNode(true));
    root.focus({ preventScroll: true });
    safsimLive();
  };
  const linked = () => {
    if (!safsimIsLink(location.hash)) { return; }
    begin();
    root.closest("section").scrollIntoView();
  };
  document.getElementById("live-begin").addEventListener("click", begin);
  window.addEventListener("hashchange", linked);
  linked();
})();

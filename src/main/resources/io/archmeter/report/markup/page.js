// A table that fits stands in the page, and its header stays at the top of the window; one that is too wide moves in a frame of its own,
// and its names stay at the left.
"use strict";
(() => {
  const look = (frame) => {
    const content = frame.firstElementChild;
    const fits = content.scrollWidth <= frame.clientWidth;
    frame.classList.toggle("fits", fits);
    frame.classList.toggle("wide", !fits);
    if (fits) {
      frame.removeAttribute("tabindex");
    } else {
      frame.setAttribute("tabindex", "0");
    }
  };

  const observer = new ResizeObserver((changes) => changes.forEach((change) => look(change.target)));
  for (const frame of document.querySelectorAll("main .scroll")) {
    observer.observe(frame);
  }
})();

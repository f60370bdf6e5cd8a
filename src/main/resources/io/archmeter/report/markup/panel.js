// What is known of a layer is shown at the side when somebody chooses it, in a table or in a picture.
"use strict";
(() => {
  const panel = document.querySelector(".panel");
  if (!panel) {
    return;
  }
  const cards = new Map([...panel.querySelectorAll(".card")].map((card) => [card.dataset.of, card]));
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "close";
  panel.prepend(close);
  let opener = null;

  const show = (name) => {
    for (const [of, card] of cards) {
      card.hidden = of !== name;
    }
    panel.hidden = false;
  };
  const hide = () => {
    panel.hidden = true;
    opener?.focus();
  };
  const choose = (event) => {
    const chosen = event.target.closest?.("[data-of]");
    if (chosen && !panel.contains(chosen) && cards.has(chosen.dataset.of)) {
      opener = chosen;
      show(chosen.dataset.of);
      close.focus();
    }
  };

  for (const element of document.querySelectorAll("main [data-of]")) {
    if (cards.has(element.dataset.of)) {
      element.setAttribute("tabindex", "0");
    }
  }
  close.addEventListener("click", hide);
  document.addEventListener("click", choose);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) {
      hide();
    } else if (event.key === "Enter") {
      choose(event);
    }
  });
})();

// What is known of a layer is shown at the side when somebody chooses it, in a table or in a picture; the address names it, so that a link
// leads to it.
"use strict";
(() => {
  const panel = document.querySelector(".panel");
  if (!panel) {
    return;
  }
  const cards = new Map([...panel.querySelectorAll(".card")].map((card) => [card.dataset.of, card]));
  const close = document.createElement("button");
  close.type = "button";
  close.className = "close";
  close.textContent = "close";
  panel.prepend(close);
  document.body.classList.add("has-cards");
  let opener = null;
  let current = null;

  // What several cards say stands in the first of them, and a link that says nothing else leads to what it is called.
  const complete = (card) => {
    for (const place of card?.querySelectorAll("[data-like]") ?? []) {
      const first = panel.querySelector(`[data-first="${place.dataset.like}"]`);
      place.replaceWith(...[...first.childNodes].map((node) => node.cloneNode(true)));
    }
    for (const link of card?.querySelectorAll("li button:not([data-of])") ?? []) {
      link.dataset.of = link.textContent;
    }
  };

  const show = (name) => {
    if (name === current) {
      return;
    }
    complete(cards.get(name));
    cards.get(current)?.classList.remove("shown");
    cards.get(name)?.classList.add("shown");
    current = name;
    panel.hidden = name === null;
    panel.scrollTop = 0;
    document.body.classList.toggle("beside", name !== null);
    document.dispatchEvent(new CustomEvent("chosen", { detail: name }));
  };
  const named = () => {
    try {
      const name = decodeURIComponent(location.hash.slice(1));
      return cards.has(name) ? name : null;
    } catch {
      return null;
    }
  };
  const open = (name, from) => {
    opener = from ?? opener;
    if (opener && !opener.hasAttribute("tabindex") && opener.tabIndex < 0) {
      opener.setAttribute("tabindex", "-1");
    }
    show(name);
    location.hash = encodeURIComponent(name);
    close.focus();
  };
  const hide = () => {
    show(null);
    history.replaceState(null, "", "#");
    opener?.focus({ preventScroll: true });
  };
  const choose = (event) => {
    const chosen = event.target.closest?.("[data-of]");
    const selects = String(getSelection()) !== "" && !chosen?.matches("button");
    if (chosen && !chosen.matches(".card") && !selects && cards.has(chosen.dataset.of)) {
      // The key that has opened a card must not press the button that then has the focus.
      event.preventDefault();
      open(chosen.dataset.of, panel.contains(chosen) ? null : chosen);
    }
  };

  for (const element of document.querySelectorAll("main [data-of]")) {
    if (cards.has(element.dataset.of) && !element.closest("table, .map")) {
      element.setAttribute("tabindex", "0");
    }
  }
  close.addEventListener("click", hide);
  document.addEventListener("click", choose);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) {
      hide();
    } else if (event.key === "Enter" && !event.target.matches?.("button")) {
      choose(event);
    }
  });
  addEventListener("hashchange", () => show(named()));
  show(named());
})();

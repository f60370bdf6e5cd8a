// One choice for all pictures of a network: which figure widths and colours stand for. Pictures listen for the event.
"use strict";
(() => {
  const first = document.querySelector("main svg[data-figures]");
  const figures = first?.dataset.figures.split("|") ?? [];
  if (figures.length < 2) {
    return;
  }
  const label = document.createElement("label");
  label.className = "figure-choice";
  label.textContent = "figure ";
  const select = document.createElement("select");
  for (const figure of figures) {
    select.append(new Option(figure, figure));
  }
  select.selectedIndex = Math.max(0, figures.indexOf("multiply-adds"));
  select.addEventListener("change", () => {
    document.dispatchEvent(new CustomEvent("figure", { detail: select.selectedIndex }));
  });
  label.append(select);
  first.closest("figure").before(label);
})();

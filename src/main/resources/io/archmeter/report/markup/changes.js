// Tables of changes: what was added, removed, changed or renamed is shown, or left out, by a touch.
"use strict";
(() => {
  const kinds = ["added", "removed", "changed", "renamed"];
  const signs = { added: "+", removed: "−", changed: "~", renamed: "=" };

  const rowsOf = (table, kind) =>
    [...table.tBodies[0].rows].filter((row) => row.querySelector("td.kind")?.textContent === kind);

  const choice = (kind, rows) => {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = true;
    box.addEventListener("change", () =>
      rows.forEach((row) => row.classList.toggle("left-out", !box.checked)));
    label.append(box, ` ${signs[kind]} ${rows.length} ${kind}`);
    return label;
  };

  for (const table of document.querySelectorAll("main table")) {
    const present = kinds
      .map((kind) => [kind, rowsOf(table, kind)])
      .filter(([, rows]) => rows.length > 0);
    if (present.length > 1) {
      const group = document.createElement("fieldset");
      group.className = "kinds";
      group.setAttribute("aria-label", "changes that are shown");
      group.append(...present.map(([kind, rows]) => choice(kind, rows)));
      table.parentNode.before(group);
    }
  }
})();

// Tables of rows: a click on a header sorts, a word in the field above leaves the rows that have it.
"use strict";
(() => {
  const value = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.value ?? cell.textContent;
  };

  const number = (text) => {
    const parsed = Number.parseFloat(text.replace(/^>=|[,%×]/g, ""));
    return Number.isNaN(parsed) ? -Infinity : parsed;
  };

  const compare = (column, numeric, sign) => (a, b) => numeric
    ? sign * (number(value(a, column)) - number(value(b, column)))
    : sign * value(a, column).localeCompare(value(b, column), "en", { numeric: true });

  const sortable = (table) => {
    const body = table.tBodies[0];
    const asWritten = [...body.rows];
    [...[...table.tHead.rows].at(-1).cells].forEach((header, column) => {
      if (header.textContent === "") {
        return;
      }
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = header.textContent;
      header.replaceChildren(button);
      const numeric = header.classList.contains("number");
      button.addEventListener("click", () => {
        const before = header.getAttribute("aria-sort");
        const first = numeric ? "descending" : "ascending";
        const second = numeric ? "ascending" : "descending";
        const next = before === null ? first : before === first ? second : null;
        [...header.parentNode.cells].forEach((other) => other.removeAttribute("aria-sort"));
        if (next === null) {
          body.append(...asWritten);
          return;
        }
        header.setAttribute("aria-sort", next);
        body.append(...[...asWritten].sort(compare(column, numeric, next === "ascending" ? 1 : -1)));
      });
    });
  };

  const searchable = (table) => {
    const field = document.createElement("input");
    field.type = "search";
    field.placeholder = "search rows";
    field.setAttribute("aria-label", "search rows");
    field.addEventListener("input", () => {
      const words = field.value.toLowerCase().split(/\s+/);
      for (const row of table.tBodies[0].rows) {
        const text = row.textContent.toLowerCase();
        row.hidden = !words.every((word) => text.includes(word));
      }
    });
    table.parentNode.before(field);
  };

  for (const table of document.querySelectorAll("main table")) {
    if (table.tHead) {
      sortable(table);
      if (table.tBodies[0].rows.length > 8) {
        searchable(table);
      }
    }
  }
})();

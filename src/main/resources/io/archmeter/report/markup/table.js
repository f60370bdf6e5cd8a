// Tables of rows: a click on a header sorts, a word in the field above leaves the rows that have it. Rows with levels are a tree: modules
// fold and unfold, and stay around their layers, sorted or searched.
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
    ? sign * (number(value(a.row, column)) - number(value(b.row, column)) || 0)
    : sign * value(a.row, column).localeCompare(value(b.row, column), "en", { numeric: true });

  const make = (element, text, classes = "") => {
    const made = document.createElement(element);
    made.textContent = text;
    made.className = classes;
    if (element === "button") {
      made.type = "button";
    }
    return made;
  };

  // Rows in the order of the file, which has parents before their children; a table without levels is a tree of one level.
  const read = (body) => {
    const nodes = [...body.rows].map((row) => ({
      row, level: Number(row.getAttribute("aria-level") ?? 1), parent: null, children: [], open: true, text: null,
    }));
    const roots = [];
    const around = [];
    for (const node of nodes) {
      while (around.length > 0 && around.at(-1).level >= node.level) {
        around.pop();
      }
      node.parent = around.at(-1) ?? null;
      (node.parent?.children ?? roots).push(node);
      around.push(node);
    }
    return { nodes, roots };
  };

  const textOf = (node) => {
    node.text ??= `${node.row.dataset.of ?? ""} ${node.row.textContent}`.toLowerCase();
    return node.text;
  };

  class Rows {
    constructor(table) {
      this.table = table;
      this.body = table.tBodies[0];
      Object.assign(this, read(this.body));
      this.deepest = this.nodes.reduce((most, node) => Math.max(most, node.level), 1);
      this.words = [];
      this.nodeOf = new Map(this.nodes.map((node) => [node.row, node]));
    }

    isTree() {
      return this.deepest > 1;
    }

    // Rows that have all words, and the modules around them; without words what is not folded away.
    show() {
      const searched = this.words.length > 0;
      let found = 0;
      for (const node of this.nodes) {
        node.seen = searched
          ? this.words.every((word) => textOf(node).includes(word))
          : !node.parent || node.parent.seen && node.parent.open;
      }
      if (searched) {
        found = this.nodes.filter((node) => node.seen).length;
        for (const node of this.nodes) {
          for (let above = node.seen ? node.parent : null; above && !above.seen; above = above.parent) {
            above.seen = true;
          }
        }
      }
      for (const node of this.nodes) {
        node.row.hidden = !node.seen;
        if (node.children.length > 0) {
          node.row.setAttribute("aria-expanded", String(searched || node.open));
        }
      }
      if (this.said) {
        this.said.textContent = searched ? `${found} of ${this.nodes.length} rows` : "";
      }
    }

    arrange(order) {
      const sorted = document.createDocumentFragment();
      const add = (nodes) => (order ? [...nodes].sort(order) : nodes).forEach((node) => {
        sorted.append(node.row);
        add(node.children);
      });
      add(this.roots);
      this.body.append(sorted);
    }

    unfoldTo(level) {
      this.nodes.forEach((node) => {
        node.open = node.level < level;
      });
      this.show();
    }

    reveal(node) {
      for (let above = node.parent; above; above = above.parent) {
        above.open = true;
      }
      this.show();
    }

    // The deepest level of which a reader sees the end without much scrolling.
    firstLevel(most) {
      for (let level = this.deepest; level > 1; level--) {
        if (this.nodes.filter((node) => node.level <= level).length <= most) {
          return level;
        }
      }
      return 1;
    }
  }

  const sortable = (rows) => {
    const headers = [...[...rows.table.tHead.rows].at(-1).cells];
    headers.forEach((header, column) => {
      if (header.tagName !== "TH" || header.textContent === "") {
        return;
      }
      const button = make("button", "");
      button.append(...header.childNodes);
      header.append(button);
      const numeric = header.classList.contains("number");
      button.addEventListener("click", () => {
        const before = header.getAttribute("aria-sort");
        const first = numeric ? "descending" : "ascending";
        const second = numeric ? "ascending" : "descending";
        const next = before === null ? first : before === first ? second : null;
        headers.forEach((other) => other.removeAttribute("aria-sort"));
        if (next !== null) {
          header.setAttribute("aria-sort", next);
        }
        rows.arrange(next === null ? null : compare(column, numeric, next === "ascending" ? 1 : -1));
      });
    });
  };

  const searchable = (rows, tools) => {
    const field = document.createElement("input");
    field.type = "search";
    field.placeholder = "search rows";
    field.setAttribute("aria-label", "search rows");
    rows.said = make("span", "", "said");
    rows.said.setAttribute("role", "status");
    field.addEventListener("input", () => {
      rows.words = field.value.toLowerCase().split(/\s+/).filter((word) => word !== "");
      rows.show();
    });
    tools.append(field, rows.said);
  };

  const foldable = (rows, tools) => {
    rows.table.setAttribute("role", "treegrid");
    rows.table.classList.add("tree");
    const levels = make("span", "unfold to level ", "levels");
    levels.setAttribute("role", "group");
    levels.setAttribute("aria-label", "levels");
    for (let level = 1; level <= rows.deepest; level++) {
      const button = make("button", level === rows.deepest ? "all" : String(level));
      button.addEventListener("click", () => rows.unfoldTo(level));
      levels.append(button);
    }
    tools.append(levels);
    for (const node of rows.nodes) {
      const mark = make("span", "", node.children.length > 0 ? "fold" : "leaf");
      node.row.cells[0].prepend(mark);
      node.row.cells[0].title = node.row.dataset.of;
    }
    rows.body.addEventListener("click", (event) => {
      if (event.target.classList.contains("fold")) {
        const node = rows.nodeOf.get(event.target.closest("tr"));
        node.open = !node.open;
        rows.show();
        event.stopPropagation();
      }
    });
    rows.unfoldTo(rows.firstLevel(80));
  };

  // One row takes part in the order of the tab key; arrows go from there, as in any tree.
  const walkable = (rows) => {
    const rowsSeen = () => [...rows.body.rows].filter((row) => !row.hidden);
    const go = (row) => {
      if (row) {
        rows.body.querySelector("tr[tabindex='0']")?.setAttribute("tabindex", "-1");
        row.setAttribute("tabindex", "0");
        row.focus();
      }
    };
    const fold = (node, open) => {
      node.open = open;
      rows.show();
    };
    const steps = {
      ArrowDown: (node, seen) => go(seen[seen.indexOf(node.row) + 1]),
      ArrowUp: (node, seen) => go(seen[seen.indexOf(node.row) - 1]),
      Home: (node, seen) => go(seen[0]),
      End: (node, seen) => go(seen.at(-1)),
      ArrowRight: (node, seen) => {
        if (node.children.length > 0 && !node.open) {
          fold(node, true);
        } else if (node.children.length > 0) {
          go(seen[seen.indexOf(node.row) + 1]);
        }
      },
      ArrowLeft: (node) => {
        if (node.children.length > 0 && node.open) {
          fold(node, false);
        } else {
          go(node.parent?.row);
        }
      },
      " ": (node) => node.children.length > 0 && fold(node, !node.open),
    };
    rows.nodes[0].row.setAttribute("tabindex", "0");
    rows.body.addEventListener("keydown", (event) => {
      const node = rows.nodeOf.get(event.target);
      if (node && steps[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) {
        steps[event.key](node, rowsSeen());
        event.preventDefault();
      }
    });
  };

  // Somebody has chosen a layer, here or elsewhere on the page.
  const selectable = (rows) => {
    const named = new Map(rows.nodes.map((node) => [node.row.dataset.of, node]));
    document.addEventListener("chosen", (event) => {
      rows.body.querySelector("tr[aria-selected]")?.removeAttribute("aria-selected");
      const node = named.get(event.detail);
      if (node) {
        node.row.setAttribute("aria-selected", "true");
        rows.reveal(node);
      }
    });
  };

  for (const table of document.querySelectorAll("main table")) {
    if (!table.tHead) {
      continue;
    }
    const rows = new Rows(table);
    sortable(rows);
    const tools = make("div", "", "tools");
    if (rows.nodes.length > 8) {
      searchable(rows, tools);
    }
    for (const cell of rows.body.querySelectorAll("td[data-part]")) {
      cell.style.setProperty("--part", `${cell.dataset.part / 10}%`);
    }
    if (rows.isTree()) {
      for (const cell of rows.body.querySelectorAll("td.number")) {
        cell.classList.toggle("zero", /^0(\.0%| B)?$/.test(cell.textContent));
      }
      foldable(rows, tools);
    }
    if (document.querySelector(".panel") && rows.nodes.length > 0) {
      walkable(rows);
      selectable(rows);
    }
    if (tools.childElementCount > 0) {
      table.parentNode.before(tools);
    }
  }
})();

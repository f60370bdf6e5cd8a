// The map of modules: as wide as the page, with the figure that is chosen, and a click goes into a module. Nothing is counted here: the
// amounts are those in the page.
"use strict";
(() => {
  const svg = document.querySelector("main svg g.map")?.closest("svg");
  if (!svg) {
    return;
  }
  const figures = svg.dataset.figures.split("|");
  const letter = 7;
  const inset = 5;
  const baseline = 17;
  const narrowest = 0.25;
  const upright = 13;
  const fewest = 4;
  const naturalWidth = Number(svg.getAttribute("width"));
  const naturalHeight = Number(svg.getAttribute("height"));
  let figure = Number(svg.dataset.drawn);

  // What a path has beyond that of the module around it; the network itself is in no path.
  const labelOf = (path, parent) =>
    parent?.parent && path.startsWith(`${parent.path}.`) && path.length > parent.path.length + 1
      ? path.slice(parent.path.length + 1)
      : path;

  const read = (element, parent) => {
    const rect = element.querySelector(":scope > rect");
    const path = element.dataset.of;
    const block = {
      element, parent, rect, path,
      label: labelOf(path, parent),
      words: element.dataset.words.split("|"),
      amounts: element.dataset.amounts.split(" ").map(Number),
      top: Number(rect.getAttribute("y")),
      high: Number(rect.getAttribute("height")),
      left: 0, wide: 0,
    };
    block.children = [...element.children].filter((child) => child.tagName === "g").map((child) => read(child, block));
    return block;
  };
  const root = read(svg.querySelector("g.map > g"), null);
  const blockOf = new Map();
  const register = (block) => {
    blockOf.set(block.element, block);
    block.children.forEach(register);
  };
  register(root);
  let zoomed = root;

  const fitted = (pixels, text) => {
    const letters = Math.floor(pixels / letter);
    const points = [...text];
    if (points.length <= letters || letters <= fewest) {
      return points.length <= letters ? text : "";
    }
    const end = Math.floor((letters - 1) / 2);
    return `${points.slice(0, letters - 1 - end).join("")}…${points.slice(points.length - end).join("")}`;
  };

  const add = (block, text, x, y, classes = "") => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", "text");
    made.textContent = text;
    made.setAttribute("class", classes);
    made.setAttribute("x", x);
    made.setAttribute("y", y);
    block.rect.after(made);
    return made;
  };

  const write = (block) => {
    block.element.querySelectorAll(":scope > text").forEach((text) => text.remove());
    const module = block.children.length > 0;
    const letters = [...block.label].length;
    const room = block.wide - 2 * inset;
    if (module || letters <= room / letter) {
      const label = fitted(room, block.label);
      if (label !== "") {
        add(block, label, block.left + inset, block.top + baseline);
      }
      const words = block.words[figure];
      if (words.length * letter <= room - (module ? (letters + 1) * letter : 0)) {
        add(block, words, module ? block.left + block.wide - inset : block.left + inset,
          block.top + (module ? baseline : 2 * baseline), module ? "number end" : "number");
      }
    } else if (block.wide >= upright) {
      const x = block.left + block.wide / 2 - 4;
      add(block, fitted(block.high - 2 * inset, block.label), 0, 0)
        .setAttribute("transform", `translate(${x} ${block.top + inset}) rotate(90)`);
    }
  };

  const hide = (block) => {
    block.wide = 0;
    block.element.setAttribute("hidden", "hidden");
  };

  const place = (block, left, wide, inside) => {
    block.left = left;
    block.wide = wide;
    if (wide < narrowest) {
      hide(block);
      return;
    }
    block.element.removeAttribute("hidden");
    block.rect.setAttribute("x", left);
    block.rect.setAttribute("width", wide);
    write(block);
    const within = inside || block === zoomed;
    const way = within ? null : wayTo(zoomed, block);
    let at = left;
    for (const child of block.children) {
      if (within) {
        const part = wide * child.amounts[figure] / Math.max(1, block.amounts[figure]);
        place(child, at, part, true);
        at += part;
      } else if (child === way) {
        place(child, left, wide, false);
      } else {
        hide(child);
      }
    }
  };

  // The child of a block that another lies in.
  const wayTo = (inner, block) => {
    let way = inner;
    while (way.parent !== block) {
      way = way.parent;
    }
    return way;
  };

  const where = document.createElement("p");
  where.className = "where";
  const scroll = svg.parentNode;
  scroll.before(where);
  const button = (text, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    if (act) {
      made.addEventListener("click", act);
    }
    return made;
  };

  const say = () => {
    const [path, ...lines] = zoomed.element.querySelector(":scope > title").textContent.split("\n");
    const name = document.createElement("b");
    name.textContent = path;
    if (zoomed === root) {
      where.textContent = `Each block is as wide as its share of ${figures[figure]}; a click goes into a module.`;
    } else {
      where.replaceChildren(name, ` ${lines.join(" · ")} `);
      const details = button("details");
      details.dataset.of = zoomed.path;
      where.append(button("zoom out", () => zoom(zoomed.parent)), " ", details);
    }
  };

  const flow = (width) => {
    const items = [...svg.querySelectorAll(".legend > rect")].map((mark) => [mark, mark.nextElementSibling]);
    let x = 0;
    let row = 0;
    for (const [mark, text] of items) {
      const wide = 36 + letter * [...text.textContent].length;
      if (x > 0 && x + wide > width) {
        x = 0;
        row++;
      }
      mark.setAttribute("x", x);
      mark.setAttribute("y", row * 20 + 7);
      text.setAttribute("x", x + 17);
      text.setAttribute("y", row * 20 + 17);
      x += wide;
    }
    return row * 20;
  };

  const draw = () => {
    const width = Math.max(240, Math.floor(scroll.clientWidth) || naturalWidth);
    const more = flow(width);
    const height = naturalHeight + more;
    svg.setAttribute("width", width);
    svg.setAttribute("height", height);
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    svg.querySelector("g.map").setAttribute("transform", `translate(0 ${more})`);
    place(root, 0, width, zoomed === root);
    say();
  };

  const focus = (block) => {
    if (block && !block.element.hasAttribute("hidden")) {
      svg.querySelector("[tabindex='0']")?.setAttribute("tabindex", "-1");
      block.element.setAttribute("tabindex", "0");
      block.element.setAttribute("role", "button");
      block.element.setAttribute("aria-label", block.element.querySelector("title").textContent.replaceAll("\n", ", "));
      block.element.focus();
    }
  };

  const zoom = (block) => {
    if (block) {
      zoomed = block;
      draw();
    }
  };

  const go = (block) => zoom(block === zoomed ? block.parent : block);
  const blockAt = (target) => blockOf.get(target.closest?.("g[data-of]"));
  const beside = (block, step) => {
    const among = block.parent?.children ?? [];
    for (let at = among.indexOf(block) + step; at >= 0 && at < among.length; at += step) {
      if (!among[at].element.hasAttribute("hidden")) {
        return among[at];
      }
    }
    return null;
  };
  const keys = {
    ArrowLeft: (block) => focus(beside(block, -1)),
    ArrowRight: (block) => focus(beside(block, 1)),
    ArrowUp: (block) => focus(block.parent),
    ArrowDown: (block) => focus(block.children.find((child) => !child.element.hasAttribute("hidden"))),
  };

  svg.addEventListener("click", (event) => {
    const block = blockAt(event.target);
    if (block && block.children.length > 0) {
      go(block);
      event.stopPropagation();
    }
  });
  svg.addEventListener("keydown", (event) => {
    const block = blockAt(event.target);
    if (block && keys[event.key]) {
      keys[event.key](block);
      event.preventDefault();
    } else if (block && block.children.length > 0 && (event.key === "Enter" || event.key === " ")) {
      go(block);
      focus(block);
      event.preventDefault();
      event.stopPropagation();
    }
  });
  document.addEventListener("figure", (event) => {
    const first = document.querySelector("main svg[data-figures]").dataset.figures.split("|");
    const chosen = figures.indexOf(first[event.detail]);
    if (chosen >= 0) {
      figure = chosen;
      draw();
    }
  });
  document.addEventListener("chosen", (event) => {
    svg.querySelector(".chosen")?.classList.remove("chosen");
    for (const block of blockOf.values()) {
      if (block.path === event.detail) {
        block.element.classList.add("chosen");
      }
    }
  });

  svg.setAttribute("role", "group");
  root.element.setAttribute("tabindex", "0");
  let drawnWidth = 0;
  new ResizeObserver(() => {
    if (scroll.clientWidth !== drawnWidth) {
      drawnWidth = scroll.clientWidth;
      draw();
    }
  }).observe(scroll);
  draw();
})();

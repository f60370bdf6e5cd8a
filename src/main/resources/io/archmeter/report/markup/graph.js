// The network as a graph: modules open and close in their places, and colours follow the figure that is chosen.
"use strict";
(() => {
  const svg = document.querySelector("svg[data-room]");
  if (!svg) {
    return;
  }
  const numbers = (text) => text ? text.split(" ").map(Number) : [];
  const [PADDING, HEAD, FLAT, HIGHEST_GAP, MARGIN, TOP, LEGEND] = numbers(svg.dataset.room);
  const HOTTEST = 6;
  const EDGE = 4;
  const LEFT = 9;
  const figures = svg.dataset.figures.split("|");
  const drawing = svg.querySelector(".graph");
  const legend = svg.querySelector(".legend text");
  const boxOf = new Map();
  let figure = Number(svg.dataset.figure);
  let zoom = 1;

  // What the page says of a level and its boxes.
  const readBox = (element) => {
    const [row, centre, width, height] = numbers(element.dataset.at);
    const inside = element.querySelector(":scope > .inside > .level");
    const amounts = numbers(element.dataset.amounts);
    const words = (element.dataset.words ?? "").split("|");
    const open = element.classList.contains("open");
    const box = { element, row, centre, width, height, inside, amounts, words, open, level: null, lines: [] };
    boxOf.set(element, box);
    return box;
  };
  const readLine = (element) => {
    const [from, to, exit, entry, leaves, enters, ...rest] = numbers(element.dataset.way);
    const way = [];
    for (let at = 0; at < rest.length; at += 3) {
      way.push({ x: rest[at], first: rest[at + 1], last: rest[at + 2] });
    }
    const next = element.nextElementSibling;
    return { element, from, to, exit, entry, leaves, enters, way, label: next?.matches(".shape") ? next : null };
  };
  const readLevel = (element) => {
    const [width, axis] = numbers(element.dataset.size);
    const gaps = numbers(element.dataset.rows);
    const port = (kind, row) => (centre) => ({ kind, row, centre, width: 0, height: 0, open: false, lines: [] });
    const entries = numbers(element.dataset.in).map(port("entry", 0));
    const exits = numbers(element.dataset.out).map(port("exit", gaps.length - 1));
    const children = [...element.children];
    const boxes = [...entries, ...children.filter((child) => child.matches(".box")).map(readBox), ...exits];
    const lines = children.filter((child) => child.matches(".edge")).map(readLine);
    for (const line of lines) {
      boxes[line.from].lines.push(line);
      boxes[line.to].lines.push(line);
    }
    return { width, axis, gaps, entries, exits, boxes, lines };
  };
  const levelIn = (box) => {
    box.level ??= readLevel(box.inside);
    return box.level;
  };

  // Where everything stands: the same as Spread and Placement do in Java.
  const spread = (ranges, width) => {
    const before = [...new Set([0, width, ...ranges.flatMap((range) => [range.begin, range.end])])].sort((a, b) => a - b);
    const after = [0];
    for (let part = 1; part < before.length; part++) {
      const begin = before[part - 1];
      const end = before[part];
      let length = end - begin;
      for (const range of ranges) {
        if (range.begin <= begin && end <= range.end) {
          length = Math.max(length, Math.ceil((end - begin) * range.needed / (range.end - range.begin)));
        }
      }
      after.push(after[part - 1] + length);
    }
    return (place) => {
      if (before.length === 1) {
        return place;
      }
      let low = 0;
      let high = before.length - 1;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (before[middle] <= place) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return after[low] + Math.floor((place - before[low]) * (after[high] - after[low]) / (before[high] - before[low]));
    };
  };
  const place = (level) => {
    const ranges = [];
    for (const box of level.boxes) {
      box.shownWidth = box.width;
      box.shownHeight = box.height;
      if (box.open) {
        const inside = place(levelIn(box));
        const left = PADDING + inside.shownAxis;
        box.shownWidth = Math.max(box.width, inside.shownWidth + 2 * PADDING);
        box.shownHeight = HEAD + inside.shownHeight + PADDING;
        ranges.push({ begin: box.centre - box.width / 2, end: box.centre, needed: left });
        ranges.push({ begin: box.centre, end: box.centre + box.width / 2, needed: box.shownWidth - left });
      }
    }
    const x = spread(ranges, level.width);
    for (const box of level.boxes) {
      box.x = x(box.centre) - (box.open ? PADDING + box.level.shownAxis : box.width / 2);
    }
    const heights = level.gaps.map(() => 0);
    const aside = level.gaps.map(() => 0);
    for (const box of level.boxes) {
      heights[box.row] = Math.max(heights[box.row], box.shownHeight);
    }
    const meets = (box, ports, port, beside) =>
      box.open ? box.x + PADDING + box.level[ports][port].shownX : x(box.centre) + beside;
    for (const line of level.lines) {
      line.begin = meets(level.boxes[line.from], "exits", line.exit, line.leaves);
      line.end = meets(level.boxes[line.to], "entries", line.entry, line.enters);
      let at = line.begin;
      let row = level.boxes[line.from].row;
      for (const stretch of line.way) {
        stretch.shownX = x(stretch.x);
        aside[row] = Math.max(aside[row], Math.abs(stretch.shownX - at));
        at = stretch.shownX;
        row = stretch.last;
      }
      aside[row] = Math.max(aside[row], Math.abs(line.end - at));
    }
    level.tops = [];
    level.bottoms = [];
    let y = 0;
    level.gaps.forEach((gap, row) => {
      level.tops.push(y);
      level.bottoms.push(y + heights[row]);
      y += heights[row] + Math.max(gap, Math.min(HIGHEST_GAP, Math.floor(aside[row] / FLAT)));
    });
    for (const port of [...level.entries, ...level.exits]) {
      port.shownX = x(port.centre);
    }
    level.shownWidth = x(level.width);
    level.shownHeight = level.bottoms.at(-1) ?? 0;
    level.shownAxis = x(level.axis);
    return level;
  };

  // From places to elements.
  const go = (x, y, nextX, nextY) => {
    const middle = Math.floor((y + nextY) / 2);
    return x === nextX ? `V${nextY}` : `V${y}C${x} ${middle} ${nextX} ${middle} ${nextX} ${nextY}`;
  };
  const path = (level, line) => {
    const from = level.boxes[line.from];
    const to = level.boxes[line.to];
    const y = level.tops[from.row] + from.shownHeight;
    let data = `M${line.begin} ${from.kind === "entry" ? y - HEAD : y}`;
    let x = line.begin;
    let row = from.row;
    for (const stretch of line.way) {
      data += go(x, level.bottoms[row], stretch.shownX, level.tops[stretch.first]);
      x = stretch.shownX;
      row = stretch.last;
    }
    data += go(x, level.bottoms[row], line.end, level.tops[to.row]);
    return to.kind === "exit" ? `${data}V${level.tops[to.row] + PADDING}` : data;
  };
  const drawLine = (level, line) => {
    const from = level.boxes[line.from];
    const to = level.boxes[line.to];
    line.element.setAttribute("d", path(level, line));
    line.element.classList.toggle("through", to.open || to.kind === "exit");
    if (line.label) {
      line.label.setAttribute("x", line.begin + 5);
      line.label.setAttribute("y", level.tops[from.row] + from.shownHeight + 13);
      line.label.classList.toggle("within", from.open);
    }
  };
  const child = (box, classes, tag) => {
    let found = box.element.querySelector(`:scope > .${classes}`);
    if (!found) {
      found = document.createElementNS("http://www.w3.org/2000/svg", tag);
      found.setAttribute("class", classes);
      box.element.insertBefore(found, box.element.querySelector(":scope > .inside"));
    }
    return found;
  };
  const tell = (box) => {
    if (box.element.dataset.of && !box.element.querySelector(":scope > title")) {
      const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
      const about = [...box.element.querySelectorAll(":scope > .about, :scope > .name > .about")];
      title.textContent = [box.element.dataset.of, ...about.map((text) => text.textContent),
        ...box.words.map((words, at) => `${figures[at]}: ${words}`)].filter((line) => line).join("\n");
      box.element.prepend(title);
    }
  };
  const drawBox = (level, box) => {
    box.element.setAttribute("transform", `translate(${box.x} ${level.tops[box.row]})`);
    const face = box.element.querySelector(":scope > .face");
    face.setAttribute("width", box.shownWidth);
    face.setAttribute("height", box.shownHeight);
    tell(box);
    const grip = box.element.querySelector(":scope > .grip");
    if (grip) {
      grip.setAttribute("aria-expanded", box.open);
      grip.querySelector(".handle").setAttribute("width", box.shownWidth);
      grip.querySelector(".fold").setAttribute("d", box.open ? "M7 8h8l-4 7z" : "M8 7l7 4l-7 4z");
    }
    box.element.classList.toggle("open", box.open);
    if (box.open) {
      drawLevel(box.level);
    }
  };
  const drawLevel = (level) => {
    level.lines.forEach((line) => drawLine(level, line));
    level.boxes.filter((box) => box.element).forEach((box) => drawBox(level, box));
  };

  // Colours: a share of the largest box shown.
  const shown = (level) => level.boxes.filter((box) => box.element)
    .flatMap((box) => box.open ? [box, ...shown(box.level)] : [box]);
  const colour = () => {
    const boxes = shown(outermost).filter((box) => box.amounts.length > 0);
    const closed = boxes.filter((box) => !box.open);
    const most = closed.reduce((best, box) => box.amounts[figure] > best.amounts[figure] ? box : best, closed[0]);
    const largest = Math.max(1, most?.amounts[figure] ?? 0);
    for (const box of boxes) {
      const amount = box.amounts[figure];
      const heat = box.open ? -1 : Math.min(HOTTEST, Math.ceil(amount * HOTTEST / largest));
      for (let step = 0; step <= HOTTEST; step++) {
        box.element.classList.toggle(`heat-${step}`, step === heat);
      }
      const words = child(box, "words", "text");
      words.textContent = /^0( B)?$/.test(box.words[figure]) ? "" : box.words[figure];
      words.setAttribute("x", box.shownWidth - LEFT);
      words.setAttribute("y", box.element.classList.contains("function") ? 15 : 16);
      const bar = child(box, "bar", "rect");
      const length = Math.floor(Math.min(1, amount / largest) * (box.width - 2 * EDGE));
      bar.setAttribute("x", EDGE);
      bar.setAttribute("y", box.height - 3);
      bar.setAttribute("width", amount > 0 ? Math.max(1, length) : 0);
      bar.setAttribute("height", 2);
    }
    legend.textContent = `${figures[figure]}: 0 to ${most?.words[figure] ?? 0}, the largest box shown`;
  };

  const scroll = svg.parentElement;
  const size = () => {
    const [width, height] = numbers(svg.getAttribute("viewBox")).slice(2);
    svg.setAttribute("width", Math.round(width * zoom));
    svg.setAttribute("height", Math.round(height * zoom));
  };
  const outermost = place(readLevel(drawing.querySelector(".level")));
  const draw = () => {
    place(outermost);
    const width = Math.max(LEGEND, outermost.shownWidth) + 2 * MARGIN;
    svg.setAttribute("viewBox", `0 0 ${width} ${TOP + outermost.shownHeight + MARGIN}`);
    drawing.setAttribute("transform", `translate(${Math.floor((width - outermost.shownWidth) / 2)} ${TOP})`);
    drawLevel(outermost);
    colour();
    size();
  };

  // What somebody does stays where it was on the screen.
  const keeping = (element, change) => {
    const before = element.getBoundingClientRect();
    change();
    draw();
    const after = element.getBoundingClientRect();
    scroll.scrollLeft += after.left - before.left;
    scroll.scrollTop += after.top - before.top;
  };
  // Lines and amounts lie over the heads of open modules.
  const gripAt = (event) => event.target.matches?.(".edge, .shape, .words")
    ? document.elementsFromPoint(event.clientX, event.clientY).map((element) => element.closest(".grip")).find((grip) => grip)
    : event.target.closest?.(".grip");
  const toggle = (event) => {
    const grip = gripAt(event);
    if (!grip) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const box = boxOf.get(grip.parentElement);
    keeping(grip, () => { box.open = !box.open; });
  };
  svg.addEventListener("click", toggle);
  svg.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      toggle(event);
    }
  });
  const light = (lit) => (event) => {
    const box = boxOf.get(event.target.closest?.(".box"));
    box?.lines.forEach((line) => line.element.classList.toggle("lit", lit));
  };
  for (const [type, lit] of [["pointerover", true], ["pointerout", false], ["focusin", true], ["focusout", false]]) {
    svg.addEventListener(type, light(lit));
  }
  document.addEventListener("figure", (event) => {
    if (event.detail >= 0 && event.detail < figures.length) {
      figure = event.detail;
      colour();
    }
  });

  const scale = (wanted) => {
    const middle = (scroll.scrollTop + scroll.clientHeight / 2) / zoom;
    zoom = Math.min(3, Math.max(0.1, wanted));
    size();
    scroll.scrollTop = middle * zoom - scroll.clientHeight / 2;
  };
  const fit = () => {
    const [width, height] = numbers(svg.getAttribute("viewBox")).slice(2);
    scale(Math.min(1, scroll.clientWidth / width, scroll.clientHeight / height));
  };
  const tools = document.createElement("div");
  tools.className = "tools";
  tools.setAttribute("role", "toolbar");
  tools.setAttribute("aria-label", "the drawing");
  const button = (text, label, action) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.title = label;
    made.setAttribute("aria-label", label);
    made.addEventListener("click", action);
    tools.append(made);
  };
  const openAll = (open, boxes) => {
    boxes.forEach((box) => { box.open = open; });
    draw();
  };
  button("fold all", "fold all modules", () => openAll(false, shown(outermost).filter((box) => box.open)));
  button("unfold", "unfold one level more", () => openAll(true, shown(outermost).filter((box) => box.inside && !box.open)));
  button("−", "smaller", () => scale(zoom / 1.25));
  button("+", "larger", () => scale(zoom * 1.25));
  button("fit", "the whole network", fit);
  button("1:1", "natural size", () => scale(1));
  scroll.before(tools);
  scroll.addEventListener("wheel", (event) => {
    if (event.ctrlKey) {
      event.preventDefault();
      scale(zoom * (event.deltaY < 0 ? 1.1 : 1 / 1.1));
    }
  }, { passive: false });
})();

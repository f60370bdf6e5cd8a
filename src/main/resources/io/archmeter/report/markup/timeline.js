// A line in a picture of steps goes where somebody points, or as arrow keys say; what is said of the step stands below the picture.
"use strict";
(() => {
  const begin = (steps) => {
    const svg = steps.ownerSVGElement;
    const words = steps.textContent.split("\n");
    const { left, room, top, bottom, marked } = Object.fromEntries(
      Object.entries(steps.dataset).map(([name, text]) => [name, Number(text)]));
    const line = document.createElementNS("http://www.w3.org/2000/svg", "line");
    line.setAttribute("class", "crosshair");
    line.setAttribute("y1", top);
    line.setAttribute("y2", bottom);
    line.setAttribute("visibility", "hidden");
    svg.append(line);

    const readout = document.createElement("p");
    readout.className = "readout";
    readout.tabIndex = 0;
    readout.setAttribute("role", "slider");
    readout.setAttribute("aria-label", "step");
    readout.setAttribute("aria-valuemin", "0");
    readout.setAttribute("aria-valuemax", String(words.length - 1));
    readout.textContent = "point at a step, or choose one with the arrow keys, to see what is held at it";
    svg.parentNode.after(readout);

    let step = marked;
    const show = (next) => {
      step = Math.min(words.length - 1, Math.max(0, next));
      const x = left + (step + 0.5) * room / words.length;
      line.setAttribute("x1", x);
      line.setAttribute("x2", x);
      line.setAttribute("visibility", "visible");
      readout.textContent = words[step];
      readout.setAttribute("aria-valuenow", String(step));
      readout.setAttribute("aria-valuetext", words[step]);
    };
    readout.setAttribute("aria-valuenow", String(step));
    readout.setAttribute("aria-valuetext", words[step]);

    svg.addEventListener("pointermove", (event) => {
      const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
      if (at.x >= left && at.x <= left + room && at.y >= top && at.y <= bottom) {
        show(Math.floor((at.x - left) * words.length / room));
      }
    });
    const page = Math.max(2, Math.round(words.length / 20));
    const keys = {
      ArrowLeft: () => step - 1, ArrowDown: () => step - 1, ArrowRight: () => step + 1, ArrowUp: () => step + 1,
      PageUp: () => step + page, PageDown: () => step - page, Home: () => 0, End: () => words.length - 1,
    };
    readout.addEventListener("focus", () => show(step));
    readout.addEventListener("keydown", (event) => {
      if (keys[event.key]) {
        event.preventDefault();
        show(keys[event.key]());
      }
    });
  };

  document.querySelectorAll("svg .steps").forEach(begin);
})();

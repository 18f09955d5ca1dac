// Draws a rectangle on the picture of a page with mouse, pen or finger, and writes it into the form's number fields as
// per cents of the page. What stands in the fields is shown on the page, so typing them shows the same.
for (const pages of document.querySelectorAll("[data-boxes]")) {
  const form = document.querySelector(pages.dataset.boxes);
  const shape = document.createElement("div");
  shape.className = "cc-shape";
  let from = null;

  const share = (sheet, event) => {
    const { left, top, width, height } = sheet.getBoundingClientRect();
    const within = (value) => Math.min(100, Math.max(0, value * 100));
    return [within((event.clientX - left) / width), within((event.clientY - top) / height)];
  };

  function fill(page, [ax, ay], [bx, by]) {
    const values = { page, x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
    for (const [name, value] of Object.entries(values)) form.elements[name].value = name === "page" ? value : value.toFixed(1);
    show();
  }

  function show() {
    const [x0, y0, x1, y1] = ["x0", "y0", "x1", "y1"].map((name) => parseFloat(form.elements[name].value.replace(",", ".")));
    const sheet = pages.querySelector(`[data-page="${parseInt(form.elements.page.value, 10)}"]`);
    if (!sheet || !(x1 > x0 && y1 > y0)) return shape.remove();
    Object.assign(shape.style, { left: `${x0}%`, top: `${y0}%`, width: `${x1 - x0}%`, height: `${y1 - y0}%` });
    sheet.append(shape);
  }

  for (const sheet of pages.querySelectorAll("[data-page]")) {
    sheet.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || event.pointerType === "touch") return;
      from = share(sheet, event);
      sheet.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    sheet.addEventListener("pointermove", (event) => from && fill(sheet.dataset.page, from, share(sheet, event)));
    for (const end of ["pointerup", "pointercancel"]) sheet.addEventListener(end, () => { from = null; });
  }
  form.addEventListener("input", show);
  show();
}

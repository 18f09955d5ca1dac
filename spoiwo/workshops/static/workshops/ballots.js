// The clerk's desk: after the code the marks, one key each where one is enough; arrows move, Enter saves (the form's own
// way). Scanners end a code with Enter: in the code's field it goes on to the first mark instead of saving.
(() => {
  const form = document.querySelector("form[data-clerk]");
  if (!form) return;
  const code = form.elements.code;
  const marks = [...form.querySelectorAll(".ws-clerk-lines input")];
  const fields = [code, ...marks];
  const isSingle = ["motion", "tick"].includes(form.dataset.clerk) || Number(form.dataset.highest) < 10;
  const go = (from, by) => {
    const next = fields[fields.indexOf(from) + by];
    if (next) { next.focus(); next.select(); }
  };
  form.addEventListener("keydown", (event) => {
    const field = event.target;
    if (!fields.includes(field)) return;
    if (event.key === "ArrowDown") go(field, 1);
    else if (event.key === "ArrowUp") go(field, -1);
    else if (event.key === " " && field !== code) { field.value = ""; go(field, 1); }
    else if (event.key === "Enter" && field === code && marks.every((one) => !one.value)) go(field, 1);
    else return;
    event.preventDefault();
  });
  form.addEventListener("input", (event) => {
    if (isSingle && marks.includes(event.target) && /^[0-9a-z]$/i.test(event.target.value)) go(event.target, 1);
  });
  const wrong = form.querySelector("[aria-invalid]");
  if (wrong) { wrong.focus(); wrong.select(); }
})();

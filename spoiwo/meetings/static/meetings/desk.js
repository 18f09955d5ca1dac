// The desk by keyboard: arrows and Enter choose a person, a single key gives the answer, Esc goes back.
const desk = document.querySelector("[data-desk]");
const typing = (element) => element.matches("input:not([type=hidden]), select, textarea");
const search = desk.querySelector("#desk-q");

for (const opener of desk.querySelectorAll("[data-opens]")) {
  const part = document.getElementById(opener.dataset.opens);
  opener.hidden = false;
  part.hidden = !part.querySelector(".is-invalid, input[value]:not([value=''])");
  opener.addEventListener("click", () => {
    part.hidden = false;
    part.querySelector("input").focus();
  });
}

desk.addEventListener("keydown", (event) => {
  const found = [...desk.querySelectorAll("[data-found] a")];
  if (!found.length || !["ArrowDown", "ArrowUp", "Enter"].includes(event.key)) return;
  const at = found.indexOf(document.activeElement);
  if (event.key === "Enter") {
    if (at < 0 && document.activeElement === search) { event.preventDefault(); found[0].click(); }
    return;
  }
  event.preventDefault();
  const next = at + (event.key === "ArrowDown" ? 1 : -1);
  (next < 0 ? search : found[Math.min(next, found.length - 1)]).focus();
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (typing(document.activeElement) && event.key !== "Escape") return;
  const target = [...desk.querySelectorAll("[data-key]")].find((one) => one.dataset.key.toLowerCase() === event.key.toLowerCase());
  if (target) { event.preventDefault(); target.click(); }
});

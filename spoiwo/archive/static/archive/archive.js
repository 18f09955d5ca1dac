// The keys of the side-by-side page, and the tie between a proposal and its words.
const side = document.querySelector("[data-archive]");
const cards = [...side.querySelectorAll("[data-proposal]")];
const marks = [...side.querySelectorAll("[data-of]")];
const articles = cards.filter((card) => card.tagName === "ARTICLE");
let now = -1;

const wordsOf = (card) => marks.filter((mark) => mark.dataset.of.split(" ").includes(card.dataset.proposal));

function show(card, { focus = true } = {}) {
  for (const element of side.querySelectorAll(".is-now")) element.classList.remove("is-now");
  now = articles.indexOf(card);
  card.classList.add("is-now");
  const words = wordsOf(card);
  for (const mark of words) mark.classList.add("is-now");
  words[0]?.scrollIntoView({ block: "nearest" });
  if (focus) card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}

for (const card of cards) {
  card.addEventListener("mouseenter", () => wordsOf(card).forEach((mark) => mark.classList.add("is-now")));
  card.addEventListener("mouseleave", () => {
    if (articles[now] !== card) wordsOf(card).forEach((mark) => mark.classList.remove("is-now"));
  });
}
for (const mark of marks) {
  mark.addEventListener("click", () => {
    const card = cards.find((one) => mark.dataset.of.split(" ").includes(one.dataset.proposal));
    if (card) show(card);
  });
}

const open = (step) => {
  for (let place = now + step; place >= 0 && place < articles.length; place += step) {
    if (articles[place].querySelector("[data-key]")) return show(articles[place]);
  }
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  const key = event.key.toLowerCase();
  if (key === "j") open(1);
  else if (key === "k") open(-1);
  else if ("aer".includes(key) && now >= 0) articles[now].querySelector(`[data-key="${key}"]`)?.click();
  else if (key === "n" && missing) askWhat();
  else return;
  event.preventDefault();
});

// Words selected in the text are those of a record that was missed.
const missing = side.querySelector("[data-missing]");
const page = side.querySelector(".ar-page");
const isInText = (node) => Boolean(node && page?.contains(node));

function askWhat() {
  missing.open = true;
  missing.scrollIntoView({ block: "nearest" });
  missing.querySelector("select").focus({ preventScroll: true });
}

document.addEventListener("selectionchange", () => {
  const chosen = getSelection();
  const words = chosen.toString().trim();
  if (!missing || words.length < 2 || !isInText(chosen.anchorNode) || !isInText(chosen.focusNode)) return;
  missing.querySelector("textarea").value = words;
});

side.querySelector("[data-keys]")?.removeAttribute("hidden");
const asked = location.hash && document.querySelector(location.hash);
if (asked && articles.includes(asked)) {
  show(asked, { focus: true });
  if (!asked.querySelector("[data-key]")) open(1);
}

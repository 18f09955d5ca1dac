// The score card saves each answer as it is given. An answer travels with the one that its juror saw before (was-…), so one
// that waited for the network never overwrites what another window wrote meanwhile: the server answers 409 with what
// stands. Comments are saved by kit/autosave.js, with which this shares the line that says how saving goes.
//
// Keys on a criterion: a digit gives the points and goes on, minus says “cannot judge”.
const AGAIN = 5000;
const TIDY = (value) => value.trim().replace(",", ".");

for (const form of document.querySelectorAll("form[data-card]")) {
  const state = form.querySelector("[data-autosave-state]");
  const key = `card:${form.dataset.cardUrl}`;
  const csrf = form.elements.csrfmiddlewaretoken.value;
  const criteria = [...form.querySelectorAll("[data-criterion]")].map((part) => ({
    part,
    pk: Number(part.dataset.criterion),
    was: part.querySelector(`[name="was-${part.dataset.criterion}"]`),
    busy: false,
    timer: 0,
  }));

  function say(words) {
    const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    if (state) state.textContent = words.replace("{time}", time);
  }

  const number = (one) => one.part.querySelector("input[type=number]");
  const cannot = (one) => one.part.querySelector("input[type=checkbox]");

  function value(one) {
    if (number(one)) return cannot(one).checked ? "cannot" : TIDY(number(one).value);
    return one.part.querySelector("input[type=radio]:checked")?.value ?? "";
  }

  function show(one, said) {
    if (number(one)) {
      cannot(one).checked = said === "cannot";
      number(one).value = said === "cannot" ? "" : said;
    } else {
      for (const radio of one.part.querySelectorAll("input[type=radio]")) radio.checked = radio.value === said;
    }
  }

  // What is not saved yet stands on this device, too; it comes back only over the answer that its juror had seen.
  function keep() {
    const unsent = criteria.filter((one) => value(one) !== one.was.value).map((one) => [one.pk, [value(one), one.was.value]]);
    try {
      if (unsent.length) localStorage.setItem(key, JSON.stringify(Object.fromEntries(unsent)));
      else localStorage.removeItem(key);
    } catch {
      // A device that keeps nothing: the answer still stands in the page.
    }
  }

  function bringBack() {
    let kept = {};
    try {
      kept = JSON.parse(localStorage.getItem(key) || "{}");
    } catch {
      return;
    }
    for (const one of criteria) {
      const [unsent, was] = kept[one.pk] ?? [];
      if (unsent !== undefined && was === one.was.value) show(one, unsent);
    }
    criteria.forEach(send);
    keep();
  }

  function count({ total, answered }) {
    form.querySelector("[data-total]").textContent = total;
    form.querySelector("[data-answered]").textContent = answered;
  }

  async function take(one, sent, response) {
    if (response.status === 404) return say(form.dataset.gone);
    if (response.status === 422) return say((await response.json()).error);
    if (!response.ok && response.status !== 409) {
      say(state.dataset.failed);
      return later(one, AGAIN);
    }
    const answer = await response.json();
    one.was.value = answer.value;
    count(answer);
    if (response.status === 409) {
      show(one, answer.value);
      say(form.dataset.clash);
    } else {
      say(state.dataset.saved);
      if (value(one) !== sent) later(one, 0);
    }
  }

  async function send(one) {
    clearTimeout(one.timer);
    const sent = value(one);
    if (one.busy || sent === one.was.value) return;
    one.busy = true;
    keep();
    const body = JSON.stringify({ criterion: one.pk, value: sent, was: one.was.value });
    const headers = { "Content-Type": "application/json", "X-CSRFToken": csrf };
    let response = null;
    try {
      response = await fetch(form.dataset.cardUrl, { method: "POST", body, headers, redirect: "manual", keepalive: true });
    } catch {
      say(state.dataset.offline);
      later(one, AGAIN);
    }
    one.busy = false;
    if (response) await take(one, sent, response);
    keep();
  }

  function later(one, pause) {
    clearTimeout(one.timer);
    one.timer = setTimeout(send, pause, one);
  }

  function goOn(one) {
    const next = criteria[criteria.indexOf(one) + 1];
    const there = next
      ? next.part.querySelector("input:checked") ?? next.part.querySelector("input:not([type=hidden])")
      : form.elements.to_entrant;
    there.focus();
  }

  function press(one, event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.type !== "radio") return;
    const wanted = event.key === "-" ? "cannot" : event.key;
    const radio = [...one.part.querySelectorAll("input[type=radio]")].find((each) => each.value === wanted);
    if (!radio) return;
    event.preventDefault();
    radio.checked = true;
    send(one);
    goOn(one);
  }

  for (const one of criteria) {
    one.part.addEventListener("keydown", (event) => press(one, event));
    one.part.addEventListener("change", (event) => {
      if (event.target.type === "number" && event.target.value) cannot(one).checked = false;
      if (event.target.type === "checkbox" && event.target.checked) number(one).value = "";
      later(one, 0);
    });
  }
  const sendAll = () => criteria.forEach(send);
  addEventListener("online", sendAll);
  addEventListener("pagehide", sendAll);
  form.addEventListener("submit", () => localStorage.removeItem(key));
  if (!form.querySelector(".sp-errors")) bringBack();
}

// A station: reads codes and names, works on without a network, and sends what it recorded when there is one again.
// Every record carries a nonce made here, so an upload that is repeated counts once.
const root = document.querySelector("[data-station]");
const base = root.dataset.station;
const part = (name) => root.querySelector(`[data-${name}]`);
const words = { admitted: "admitted", already: "already", left: "left", unknown: "unknown", not_expected: "notExpected" };
const state = { people: [], queue: [], counts: {}, ...JSON.parse(localStorage.getItem(base) || "{}") };
let sending = false;

const keep = () => localStorage.setItem(base, JSON.stringify(state));
const plain = (text) => text.toLowerCase().replaceAll("ł", "l").normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").trim();
// As in rules/codes.py: what is read for something else is put right; each symbol times its power of x, in the field of 32, add up to 0.
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ", LOOKALIKES = "OILUАВСЕНІКМОРТХ", MEANT = "011VABCEH1KM0PTX";
const meant = (text) => [...text.toUpperCase()].map((sign) => MEANT[LOOKALIKES.indexOf(sign)] ?? sign).join("");
const codeOf = (text) => meant(text.split(/[/?#]/).filter(Boolean).pop() || "").replace(/[^0-9A-Z]/g, "");
const timesX = (value) => (value & 16 ? (value << 1) ^ 0b100101 : value << 1);
const weighted = (value, power) => (power ? weighted(timesX(value), power - 1) : value);
const isSound = (code) => code.length === 13 && [...code].reduce((sum, symbol, place) => sum ^ weighted(ALPHABET.indexOf(symbol), (place + 1) % 13), 0) === 0;
const nonce = () => crypto.randomUUID ? crypto.randomUUID() : [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const person = (code) => state.people.find((one) => one.c === code);

function show(outcome, name, more, retry) {
  const box = part("result");
  const button = box.querySelector("button");
  box.hidden = false;
  box.className = `sp-door-result ${outcome}`;
  box.querySelector("strong").textContent = [root.dataset[words[outcome]], name].filter(Boolean).join(": ");
  box.querySelector("span").textContent = more || "";
  button.hidden = !retry;
  button.textContent = root.dataset.anyway;
  button.onclick = retry || null;
}

function paint() {
  const inside = state.people.filter((one) => one.p === "present").length;
  part("inside").textContent = Math.max(inside, state.queue.length ? inside : state.counts.inside || 0);
  part("listed").textContent = state.people.length || state.counts.on_list || 0;
  part("link").textContent = navigator.onLine && !state.failed ? root.dataset.online : root.dataset.offline;
  if (state.queue.length) part("link").textContent += ` ${root.dataset.waiting} ${state.queue.length}`;
}

async function post(path, body) {
  const response = await fetch(base + path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), credentials: "omit" });
  if (response.status === 404) throw new Error("closed");
  return response.json();
}

async function send() {
  if (sending || !state.queue.length) return;
  sending = true;
  try {
    const scans = state.queue.filter((row) => !row.person).slice(0, 200);
    if (scans.length) {
      const { results } = await post("scans/", { scans });
      const done = new Set(results.map((row) => row.nonce));
      state.queue = state.queue.filter((row) => !done.has(row.nonce));
      const last = results.at(-1), sent = scans.at(-1);
      const isNews = last.outcome !== sent.guess || last.outcome === "unknown";
      if (isNews && !last.repeat && Date.now() - Date.parse(sent.at) < 10000) told(last);
    }
    for (const row of state.queue.filter((one) => one.person)) {
      const answer = await post("person/", row);
      state.queue = state.queue.filter((one) => one.nonce !== row.nonce);
      if (answer.person) state.people.push({ c: answer.person.code, n: `${row.family_name} ${row.given_name}`, o: row.organisation_name, p: "present", g: "" });
    }
    state.failed = false;
  } catch (problem) {
    state.failed = true;
    const row = state.queue.at(-1);
    if (problem.message === "closed") show("unknown", root.dataset.closed);
    else if (row?.guess === "unknown" && part("result").hidden) show("unknown", row.code, root.dataset.offline);
  }
  sending = false;
  keep();
  paint();
  if (state.queue.length && !state.failed) send();
}

function told(result) {
  const known = person(result.code);
  if (known && ["admitted", "already"].includes(result.outcome)) known.p = "present";
  const again = result.outcome === "not_expected" ? () => record(result.code, "in", true) : null;
  show(result.outcome, result.name || result.code, [result.organisation, result.group].filter(Boolean).join(" · "), again);
}

function record(code, kind = "in", force = false) {
  const known = person(code);
  let guess = "unknown";
  if (known && kind === "out") { guess = known.p === "present" ? "left" : "already"; known.p = "left"; }
  else if (known) { guess = known.p === "present" ? "already" : "admitted"; known.p = "present"; }
  state.queue.push({ nonce: nonce(), code, kind, force, at: new Date().toISOString(), guess });
  if (known) show(guess, known.n, [known.o, known.g].filter(Boolean).join(" · "));
  else if (navigator.onLine && !state.failed) part("result").hidden = true;  // the welcome before was not for this one
  else show("unknown", code, root.dataset.offline);
  keep();
  paint();
  find("");
  send();
}

function find(text) {
  const list = part("found");
  list.replaceChildren();
  const wanted = plain(text).split(" ").filter(Boolean);
  if (!wanted.length) return;
  const fits = state.people.filter((one) => { const all = ` ${plain(`${one.n} ${one.o}`)}`; return wanted.every((word) => all.includes(` ${word}`)); }).slice(0, 8);
  for (const one of fits) {
    const row = document.createElement("li");
    const label = document.createElement("span");
    const small = document.createElement("small");
    const button = document.createElement("button");
    label.textContent = one.n;
    small.textContent = [one.o, one.g].filter(Boolean).join(" · ");
    label.append(small);
    button.type = "button";
    const inside = one.p === "present";
    button.textContent = inside ? root.dataset.leave : root.dataset.enter;
    button.className = inside ? "quiet" : "";
    button.setAttribute("aria-label", `${button.textContent}: ${one.n}`);
    button.addEventListener("click", () => { record(one.c, inside ? "out" : "in"); search.value = ""; search.focus(); });
    row.append(label, button);
    list.append(row);
  }
  if (!fits.length && text.length > 2 && !/\d/.test(text)) {
    const row = document.createElement("li");
    row.textContent = root.dataset.nobody;
    list.append(row);
  }
}

const search = part("search").querySelector("input");
search.addEventListener("input", () => find(search.value));
part("search").addEventListener("submit", (event) => {
  event.preventDefault();
  const code = codeOf(search.value);
  const only = part("found").querySelectorAll("button");
  if (person(code) || (isSound(code) && !only.length)) { record(code); search.value = ""; }
  else if (only.length) only[0].click();
  else if (code.length === 13 && /\d/.test(search.value)) { record(code); search.value = ""; }  // misread: the door says so
});

part("person").addEventListener("submit", (event) => {
  event.preventDefault();
  const fields = Object.fromEntries(new FormData(event.target));
  state.queue.push({ nonce: nonce(), person: true, at: new Date().toISOString(), ...fields });
  show("admitted", `${fields.family_name} ${fields.given_name}`, fields.organisation_name);
  event.target.reset();
  part("newcomer").open = false;
  keep();
  paint();
  send();
});

part("wipe-button").addEventListener("click", () => {
  if (!confirm(root.dataset.wipe)) return;
  localStorage.removeItem(base);
  navigator.serviceWorker?.getRegistrations().then((all) => all.forEach((one) => one.unregister()));
  caches?.keys().then((names) => names.forEach((name) => caches.delete(name)));
  location.replace("about:blank");
});

async function refresh() {
  try {
    const response = await fetch(`${base}people.json`, { credentials: "omit" });
    if (!response.ok) return;
    const fresh = await response.json();
    const waiting = new Set(state.queue.map((row) => row.code));
    state.people = fresh.people.map((one) => waiting.has(one.c) ? person(one.c) || one : one);
    state.counts = fresh.counts;
    state.failed = false;
    keep();
  } catch { state.failed = true; }
  paint();
}

async function camera() {
  const { start } = await import("./station-camera.js");
  let last = "", at = 0;
  await start(part("video"), (text) => {
    const code = codeOf(text), now = Date.now();
    if (code.length !== 13 || (code === last && now - at < 4000)) return;
    [last, at] = [code, now];
    navigator.vibrate?.(60);
    record(code);
  });
}
if (navigator.mediaDevices?.getUserMedia) {
  part("camera").hidden = false;
  part("camera").addEventListener("click", () => camera().catch(() => { part("camera").hidden = true; }));
}

addEventListener("online", () => { refresh(); send(); });
addEventListener("offline", paint);
setInterval(() => { send(); }, 5000);
setInterval(refresh, 20000);
if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register(root.dataset.worker).catch(() => {});
  // The first visit was loaded before the worker stood; what the page is made of is kept now, not at the next visit.
  const parts = performance.getEntriesByType("resource").map((entry) => entry.name).filter((name) => name.includes("/static/"));
  const later = ["./station-camera.js", "../vendor/jsqr/jsQR.js"].map((name) => new URL(name, import.meta.url).href);
  globalThis.caches?.open("station-1").then((cache) => cache.addAll([...new Set([location.pathname, ...parts, ...later])])).catch(() => {});
}
refresh().then(send);

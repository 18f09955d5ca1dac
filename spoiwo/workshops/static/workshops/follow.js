// Keeps a page in step with the hall. An element with data-follow is fetched anew when something has changed:
//   data-follow   address of the page whose part this is (asked for with HX-Request, so only the part comes)
//   data-pulse    address that answers 304 while nothing is new; without it the part itself is asked for each time
//   data-every    milliseconds between two questions while the page is seen (default 2000); five times as many when hidden
// What somebody is writing is never replaced: a part with a focused or changed field waits, and a button offers to go on.
(() => {
  const part = document.querySelector("[data-follow]");
  if (!part) return;
  const every = Number(part.dataset.every || 2000);
  const known = { pulse: part.dataset.revision ? `"${part.dataset.revision}"` : null, part: null };
  let failures = 0;
  let timer = 0;

  const isBusy = () =>
    part.querySelector("[data-busy], .is-changed") !== null ||
    (part.contains(document.activeElement) && document.activeElement.matches("input:not([type=radio]):not([type=checkbox]), textarea, select"));

  const tell = (state) => {
    for (const line of document.querySelectorAll("[data-link]")) line.hidden = line.dataset.link !== state;
  };

  async function ask(url, tag, headers = {}) {
    const wanted = { ...headers };
    if (tag) wanted["If-None-Match"] = tag;
    const answer = await fetch(url, { headers: wanted, cache: "no-store", credentials: "same-origin" });
    if (answer.status !== 304 && !answer.ok) throw new Error(String(answer.status));
    return answer;
  }

  async function renew() {
    const answer = await ask(part.dataset.follow, known.part, { "HX-Request": "true" });
    if (answer.status === 304) return;
    known.part = answer.headers.get("ETag");
    const text = await answer.text();
    if (isBusy()) return offer();
    put(text);
  }

  function put(text) {
    const fresh = new DOMParser().parseFromString(text, "text/html");
    const inner = fresh.querySelector("[data-follow]") || fresh.body;
    part.replaceChildren(...inner.childNodes);
    document.dispatchEvent(new CustomEvent("part:new", { detail: part }));
  }

  function offer() {
    const button = document.querySelector("[data-go-on]");
    if (button) button.hidden = false;
    else location.reload();
  }

  async function look() {
    clearTimeout(timer);
    try {
      if (part.dataset.pulse) {
        const answer = await ask(part.dataset.pulse, known.pulse);
        if (answer.status !== 304) {
          const tag = answer.headers.get("ETag");
          await renew();
          known.pulse = tag;
        }
      } else await renew();
      failures = 0;
      tell("on");
    } catch {
      failures += 1;
      tell(failures > 1 ? "off" : "on");
    }
    // A hall of phones that lost the network must not come back all in the same moment.
    const wait = (document.hidden ? 5 : 1) * every * Math.min(2 ** failures, 8);
    timer = setTimeout(look, wait * (0.85 + 0.3 * Math.random()));
  }

  document.addEventListener("input", (event) => {
    const form = event.target.closest("form");
    if (form && part.contains(form) && !form.matches("[data-sheet], [data-autosave]")) form.classList.add("is-changed");
  });
  document.addEventListener("submit", (event) => event.target.classList.remove("is-changed"));
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-go-on] button")) location.reload();
  });
  document.addEventListener("visibilitychange", () => document.hidden || look());
  addEventListener("online", look);
  addEventListener("pageshow", (event) => event.persisted && look());
  timer = setTimeout(look, every);
})();

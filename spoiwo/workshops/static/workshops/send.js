// Forms that must not be lost: form[data-send] is sent in the background; without a network it is kept on the device and
// sent once the network is back. The form carries its own key (a hidden field), so that the server counts it once however
// often it arrives. The answer is the page after sending, whose #stage replaces the one shown; or 204, and the form's own
// template[data-done] is shown. Texts: data-waiting, data-kept.
(() => {
  const STORE = "kept-forms";
  let sending = false;
  let timer = 0;

  const kept = () => JSON.parse(localStorage.getItem(STORE) || "[]");
  const keep = (list) => localStorage.setItem(STORE, JSON.stringify(list));

  function say(text) {
    const line = document.querySelector("[data-sent]");
    if (line) { line.textContent = text; line.hidden = !text; }
  }

  const isHere = (url) => location.pathname.startsWith(new URL(url).pathname.split("/").slice(0, 3).join("/"));

  function done(url) {
    const form = [...document.querySelectorAll("form[data-send]")].find((one) => one.action === url);
    const words = form?.querySelector("template[data-done]");
    if (words) put(words.content.cloneNode(true).childNodes);
    else location.reload();
  }

  function show(html) {
    const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("#stage");
    if (!fresh) return location.reload();
    put(fresh.childNodes);
  }

  function put(nodes) {
    const stage = document.querySelector("#stage");
    if (!stage) return location.reload();
    stage.replaceChildren(...nodes);
    document.dispatchEvent(new CustomEvent("part:new", { detail: stage }));
    const first = stage.querySelector("[role=alert], h1");
    if (first) { first.tabIndex = -1; first.focus(); }
  }

  async function flush() {
    clearTimeout(timer);
    if (sending) return;
    sending = true;
    let list = kept();
    while (list.length) {
      const [{ url, body, text }] = list;
      try {
        const answer = await fetch(url, {
          method: "POST", body, credentials: "same-origin",
          headers: { "Content-Type": "application/x-www-form-urlencoded", "X-Send": "1" },
        });
        if (answer.status >= 500) throw new Error(String(answer.status));
        // Refused in words or taken: either way the page says so, and sending again would change nothing.
        const html = await answer.text();
        keep((list = kept().slice(1)));
        say("");
        if (isHere(url)) answer.status === 204 ? done(url) : show(html);
      } catch {
        say(text);
        timer = setTimeout(flush, 3000 + 2000 * Math.random());
        break;
      }
    }
    sending = false;
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("form[data-send]") || event.defaultPrevented) return;
    event.preventDefault();
    const data = new URLSearchParams(new FormData(form, event.submitter));
    // The same key pressed twice waits once.
    const mark = data.get("nonce") || data.toString();
    const url = form.action;
    if (!kept().some((one) => one.mark === mark && one.url === url)) keep([...kept(), { url, mark, body: data.toString(), text: form.dataset.kept }]);
    for (const button of form.querySelectorAll("button")) button.disabled = true;
    say(form.dataset.waiting || "");
    flush();
  });
  addEventListener("online", flush);
  document.addEventListener("visibilitychange", () => document.hidden || flush());
  flush();
})();

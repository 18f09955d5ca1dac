// A sheet that saves itself. Each line is sent when it is left, or a moment after typing stops, with the version that was
// seen; the server keeps both texts where two people wrote one line (rules/writing.py). What could not be sent stays on the
// device until it can. Without this script the form is sent whole, with the same names and the same result.
(() => {
  const LATER = 900;
  const EVERY = 2500;

  function begin(form) {
    if (form.dataset.begun) return;
    form.dataset.begun = "1";
    const store = `sheet:${form.dataset.key}`;
    const state = form.querySelector("[data-state]");
    let seen = Number(form.dataset.revision);
    let pending = new Map(Object.entries(JSON.parse(localStorage.getItem(store) || "{}")));
    let sending = false;
    let timer = 0;
    form.querySelector("[data-save]").hidden = true;

    const say = (what) => { state.textContent = form.dataset[what] || ""; };
    const keep = () => localStorage.setItem(store, JSON.stringify(Object.fromEntries(pending)));
    const keyOf = (input) => input.name.slice(5).replaceAll("-", "");
    const versionOf = (input) => form.elements[`version-${input.name.slice(5)}`];
    const inputOf = (key) => [...form.querySelectorAll("input[name^='text-']")].find((one) => keyOf(one) === key);
    const fieldOf = (input) => input.closest("fieldset").dataset.field;

    function count() {
      for (const set of form.querySelectorAll("fieldset")) {
        const filled = [...set.querySelectorAll("input[name^='text-']")].filter((one) => one.value.trim()).length;
        set.querySelector("[data-number]").textContent = String(filled);
      }
    }

    function note(input) {
      if (input.value === input.defaultValue && !pending.has(keyOf(input))) return;
      const version = Number(versionOf(input).value);
      if (!version && !input.value.trim() && !pending.has(keyOf(input))) return;
      pending.set(keyOf(input), { field: fieldOf(input), text: input.value, version });
      input.defaultValue = input.value;
      keep();
      count();
      send();
    }

    function blank(set) {
      const last = [...set.querySelectorAll("li.is-blank")].pop();
      const line = (last || set.querySelector("li")).cloneNode(true);
      const key = crypto.randomUUID ? crypto.randomUUID() : made();
      line.className = "is-blank";
      for (const input of line.querySelectorAll("input")) {
        input.name = input.name.replace(/-.*/, `-${key}`);
        if (input.name.startsWith("version")) input.value = "0";
        if (input.name.startsWith("text")) { input.value = ""; input.defaultValue = ""; }
      }
      set.querySelector("ol").append(line);
      return line.querySelector("[name^='text-']");
    }

    // A hall served over plain HTTP by a laptop has no crypto.randomUUID.
    function made() {
      const bytes = crypto.getRandomValues(new Uint8Array(16));
      bytes[6] = (bytes[6] & 15) | 64;
      bytes[8] = (bytes[8] & 63) | 128;
      return [...bytes].map((one, at) => ([4, 6, 8, 10].includes(at) ? "-" : "") + one.toString(16).padStart(2, "0")).join("");
    }

    async function send() {
      clearTimeout(timer);
      if (sending) return;
      sending = true;
      const batch = [...pending.entries()];
      if (batch.length) say("waiting");
      try {
        const answer = batch.length
          ? await fetch(form.action, {
              method: "POST", keepalive: batch.length < 20, credentials: "same-origin",
              headers: { "Content-Type": "application/json", "X-CSRFToken": form.elements.csrfmiddlewaretoken?.value || "" },
              body: JSON.stringify({ since: seen, writes: batch.map(([key, one]) => ({ key, ...one })) }),
            })
          : await fetch(`${form.action}?since=${seen}`, { credentials: "same-origin", cache: "no-store" });
        if (answer.status === 422 || answer.status === 400) {
          state.textContent = (await answer.json()).problem;
          sending = false;
          timer = setTimeout(send, 4 * EVERY);
          return;
        }
        if (!answer.ok) throw new Error(String(answer.status));
        for (const [key, one] of batch) if (pending.get(key) === one || pending.get(key)?.text === one.text) pending.delete(key);
        keep();
        if (answer.status !== 204) take(await answer.json(), new Map(batch));
        if (!pending.size && (batch.length || state.textContent === form.dataset.offline)) say("saved");
      } catch {
        say("offline");
      }
      sending = false;
      timer = setTimeout(send, pending.size ? LATER : document.hidden ? 5 * EVERY : EVERY * (0.8 + 0.4 * Math.random()));
    }

    function take({ revision, lines }, sent) {
      seen = revision;
      for (const line of lines) {
        const key = line.key.replaceAll("-", "");
        const known = inputOf(key);
        if (known) {
          versionOf(known).value = String(line.version);
          const mine = pending.get(key);
          if (mine) { mine.version = line.version; continue; }
          if (document.activeElement === known && known.value !== known.defaultValue) continue;
          if (known.value !== line.text) { known.value = line.text; }
          known.defaultValue = line.text;
          if (line.text) known.closest("li").classList.remove("is-blank");
          continue;
        }
        if (!line.text) continue;
        const set = form.querySelector(`fieldset[data-field="${line.field}"]`);
        if (!set) continue;
        const input = blank(set);
        const item = input.closest("li");
        for (const one of item.querySelectorAll("input")) one.name = one.name.replace(/-.*/, `-${line.key}`);
        input.value = line.text;
        input.defaultValue = line.text;
        versionOf(input).value = String(line.version);
        item.className = "";
        const firstBlank = set.querySelector("li.is-blank");
        if (firstBlank) firstBlank.before(item);
        if ([...sent.values()].some((one) => one.text.trim().replace(/\s+/g, " ") === line.text)) { item.className = "is-both"; say("both"); }
      }
      count();
    }

    form.addEventListener("submit", (event) => { event.preventDefault(); for (const one of form.querySelectorAll("input[name^='text-']")) note(one); send(); });
    form.addEventListener("focusout", (event) => { if (event.target.matches("input[name^='text-']")) note(event.target); });
    let typing = 0;
    form.addEventListener("input", (event) => {
      const input = event.target;
      clearTimeout(typing);
      typing = setTimeout(() => note(input), LATER);
      const set = input.closest("fieldset");
      input.closest("li").classList.remove("is-blank");
      if (!set.querySelector("li.is-blank")) blank(set);
    });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !event.target.matches("input[name^='text-']")) return;
      event.preventDefault();
      note(event.target);
      const set = event.target.closest("fieldset");
      (set.querySelector("li.is-blank [name^='text-']") || blank(set)).focus();
    });
    addEventListener("online", send);
    addEventListener("pagehide", () => { for (const one of form.querySelectorAll("input[name^='text-']")) note(one); });
    document.addEventListener("visibilitychange", () => document.hidden || send());

    // What was left unsent by an earlier visit stands in its line again.
    for (const [key, one] of pending) {
      const set = form.querySelector(`fieldset[data-field="${one.field}"]`);
      const input = inputOf(key) || (set && blank(set));
      if (!input) continue;
      if (keyOf(input) !== key) for (const part of input.closest("li").querySelectorAll("input")) part.name = part.name.replace(/-.*/, `-${key}`);
      input.value = one.text;
      input.defaultValue = one.text;
      input.closest("li").classList.remove("is-blank");
    }
    count();
    send();
  }

  const all = () => document.querySelectorAll("form[data-sheet]").forEach(begin);
  document.addEventListener("part:new", all);
  all();
})();

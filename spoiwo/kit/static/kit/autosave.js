// Saves the texts of a form while they are written. The server merges (kit/merging.py), so two writers lose nothing.
//
// The form: data-autosave, data-autosave-url, autocomplete="off", beside each text a hidden base_<name> with the text its
// writer began from (a form posted whole without this script is merged by it, too), and somewhere in it an element
// role="status" with data-autosave-state and the sentences data-saved ("{time}" in it), data-both, data-offline,
// data-failed. One text is posted as field, base, text; the answer is JSON {text, both}, or {error} with status 422.
//
// A text that was sent and not answered is sent again word for word before anything newer: then what arrived twice counts
// once. It is kept on this device until it was answered.
const PAUSE = 1000;
const AGAIN = 10000;

export default function (form) {
  const url = form.dataset.autosaveUrl;
  const key = `autosave:${url}`;
  const state = form.querySelector("[data-autosave-state]");
  const texts = [...form.elements]
    .filter((field) => field.name && form.elements[`base_${field.name}`])
    .map((field) => ({ field, base: form.elements[`base_${field.name}`], sent: null, busy: false, timer: 0 }));
  let leaving = false;

  const isChanged = (one) => one.sent !== null || one.field.value !== one.base.value;

  function say(sentence) {
    const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    const words = sentence.replace("{time}", time);
    if (state && state.textContent !== words) state.textContent = words;
  }

  function keep() {
    const unsent = texts.filter(isChanged).map(({ field, base, sent }) => [field.name, { base: base.value, sent, text: field.value }]);
    try {
      if (unsent.length && !leaving) localStorage.setItem(key, JSON.stringify(Object.fromEntries(unsent)));
      else localStorage.removeItem(key);
    } catch {
      // A device that keeps nothing: the text still stands in the form.
    }
  }

  function bringBack() {
    let kept = {};
    try {
      kept = JSON.parse(localStorage.getItem(key) || "{}");
    } catch {
      return;
    }
    for (const one of texts) {
      const unsent = kept[one.field.name];
      if (!unsent || unsent.text === one.field.value) continue;
      one.field.value = unsent.text;
      one.base.value = unsent.base;
      one.sent = unsent.sent;
    }
    keep();
    texts.forEach(send);
  }

  function replace(field, text) {
    const { value, selectionStart: at } = field;
    const isAfter = !text.startsWith(value.slice(0, at)) && text.endsWith(value.slice(at));
    field.value = text;
    if (document.activeElement !== field) return;
    const caret = isAfter ? text.length - (value.length - at) : at;
    field.setSelectionRange(caret, caret);
  }

  function take(one, answer) {
    const isTypedOn = one.field.value !== one.sent;
    one.base.value = isTypedOn ? one.sent : answer.text;
    if (!isTypedOn && one.field.value !== answer.text) replace(one.field, answer.text);
    one.sent = null;
    say(answer.both ? state.dataset.both : state.dataset.saved);
    if (isTypedOn) later(one, PAUSE);
  }

  async function refuse(one, answer) {
    if (answer.status !== 422) {
      say(state.dataset.failed);
      return later(one, AGAIN);
    }
    one.sent = null;
    say((await answer.json()).error);
  }

  async function send(one) {
    clearTimeout(one.timer);
    if (leaving || one.busy || !isChanged(one)) return;
    one.busy = true;
    one.sent ??= one.field.value;
    keep();
    const body = new URLSearchParams({
      csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value,
      field: one.field.name,
      base: one.base.value,
      text: one.sent,
    });
    try {
      // Browsers let no more than 64 kB outlive the page.
      const answer = await fetch(url, { method: "POST", body, redirect: "manual", keepalive: String(body).length < 60000 });
      if (answer.ok) take(one, await answer.json());
      else await refuse(one, answer);
    } catch {
      say(state.dataset.offline);
      later(one, AGAIN);
    }
    one.busy = false;
    keep();
  }

  function later(one, pause) {
    clearTimeout(one.timer);
    one.timer = setTimeout(send, pause, one);
  }

  for (const one of texts) {
    one.field.addEventListener("input", () => {
      keep();
      later(one, PAUSE);
    });
    one.field.addEventListener("blur", () => send(one));
  }
  const sendAll = () => texts.forEach(send);
  addEventListener("online", sendAll);
  addEventListener("pagehide", sendAll);
  form.addEventListener("submit", () => {
    leaving = navigator.onLine;
    if (leaving) keep();
  });
  addEventListener("pageshow", () => {
    leaving = false;
  });
  bringBack();
}

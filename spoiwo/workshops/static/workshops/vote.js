// A ballot on a phone, made handier: form[data-ballot] of the kinds number, tick and rank. Points get buttons for one more
// and one less and say how many are left; ticks say how many may still be marked; a ranking is tapped in order. Without
// this script the same fields are typed and chosen.
(() => {
  const say = (text, facts) => text.replace(/%\((\w+)\)s/g, (_all, name) => facts[name]);

  function button(text, label) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "ws-step";
    made.textContent = text;
    made.setAttribute("aria-label", label);
    return made;
  }

  const changed = (input) => input.dispatchEvent(new Event("input", { bubbles: true }));

  function numbers(form) {
    const inputs = [...form.querySelectorAll(".ws-stepper input")];
    const all = Number(form.dataset.budget) || 0;
    const given = () => inputs.reduce((sum, one) => sum + Math.max(0, Number(one.value) || 0), 0);
    for (const input of inputs) {
      const title = form.querySelector(`label[for="${input.id}"]`).textContent;
      const less = button("−", `${title}: ${form.dataset.less}`);
      const more = button("+", `${title}: ${form.dataset.more}`);
      const put = (by) => {
        const value = (Number(input.value) || 0) + by;
        if (value < Number(input.dataset.low) || value > Number(input.dataset.high)) return;
        if (all && by > 0 && given() >= all) return;
        input.value = value === 0 && all ? "" : String(value);
        changed(input);
      };
      less.addEventListener("click", () => put(-1));
      more.addEventListener("click", () => put(1));
      input.before(less);
      input.after(more);
    }
    return () => {
      if (!all) return "";
      const left = all - given();
      for (const one of form.querySelectorAll(".ws-step:last-child")) one.disabled = left <= 0;
      form.querySelector("[data-count]").classList.toggle("is-over", left < 0);
      return left < 0 ? say(form.dataset.over, { over: -left }) : say(form.dataset.left, { left, all });
    };
  }

  function ticks(form) {
    const boxes = [...form.querySelectorAll("input[type=checkbox]")];
    const most = Number(form.dataset.most) || 0;
    return () => {
      const chosen = boxes.filter((one) => one.checked).length;
      if (!most) return "";
      for (const one of boxes) one.disabled = !one.checked && chosen >= most;
      return say(form.dataset.chosen, { chosen, most });
    };
  }

  function ranking(form) {
    const rows = [...form.querySelectorAll(".ws-option")];
    const most = Number(form.dataset.most) || rows.length;
    const select = (row) => row.querySelector("select");
    const places = () => rows.map((row) => Number(select(row).value) || 0);
    const clear = document.createElement("button");
    clear.type = "button";
    clear.className = "sp-choice quiet";
    clear.textContent = form.dataset.clear;
    clear.addEventListener("click", () => {
      for (const row of rows) select(row).value = "";
      changed(select(rows[0]));
    });
    rows.at(-1).after(clear);
    for (const row of rows) {
      const tap = button("", `${row.querySelector("label").textContent}: ${form.dataset.place}`);
      tap.classList.add("ws-tap");
      tap.addEventListener("click", () => {
        const place = Number(select(row).value) || 0;
        if (place) {
          // Taken out again: those behind move up.
          for (const other of rows) if (Number(select(other).value) > place) select(other).value = String(Number(select(other).value) - 1);
          select(row).value = "";
        } else {
          const next = Math.max(0, ...places()) + 1;
          if (next <= most) select(row).value = String(next);
        }
        changed(select(row));
      });
      select(row).before(tap);
    }
    return () => {
      for (const row of rows) row.querySelector(".ws-tap").textContent = select(row).value || "·";
      return "";
    };
  }

  const KINDS = { number: numbers, tick: ticks, rank: ranking };

  function begin() {
    for (const form of document.querySelectorAll("form[data-ballot]")) {
      if (form.dataset.begun || !KINDS[form.dataset.ballot]) continue;
      form.dataset.begun = "1";
      const told = KINDS[form.dataset.ballot](form);
      const count = form.querySelector("[data-count]");
      const tell = () => { const text = told(); if (count.textContent !== text) count.textContent = text; };
      form.addEventListener("input", tell);
      tell();
    }
  }

  document.addEventListener("part:new", begin);
  begin();
})();

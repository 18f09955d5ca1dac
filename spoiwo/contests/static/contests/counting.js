// Says beside each text how many characters are left, and at the deadline that it has passed; the server checks both.
for (const told of document.querySelectorAll("[data-count-for]")) {
  const field = document.getElementById(told.dataset.countFor);
  const limit = Number(field.dataset.limit);
  const count = () => {
    const left = limit - [...field.value.trim()].length;
    told.textContent = (left < 0 ? told.dataset.over : told.dataset.left).replace("{n}", Math.abs(left));
    told.classList.toggle("sp-error", left < 0);
  };
  field.addEventListener("input", count);
  count();
}

// The server's clock decides, not that of the device: only the time that has gone by since the page was made is added.
for (const clock of document.querySelectorAll("[data-clock]")) {
  const start = Date.now();
  const tick = () => {
    const now = Number(clock.dataset.now) + (Date.now() - start) / 1000;
    for (const told of clock.querySelectorAll("[data-from]")) {
      told.hidden = now <= Number(told.dataset.from) || now > Number(told.dataset.until ?? Infinity);
    }
  };
  setInterval(tick, 1000);
  tick();
}

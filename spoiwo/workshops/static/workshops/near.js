// While an idea is being written, similar ones are pointed out: textarea[data-near] asks the address in data-near a moment
// after typing stops and shows what comes in the element after it.
(() => {
  let timer = 0;
  document.addEventListener("input", (event) => {
    const field = event.target;
    if (!field.matches("[data-near]")) return;
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const place = document.getElementById("near");
      if (!place) return;
      if (field.value.trim().length < 8) return place.replaceChildren();
      try {
        const answer = await fetch(`${field.dataset.near}?${new URLSearchParams({ text: field.value.slice(0, 500) })}`, { credentials: "same-origin" });
        if (answer.ok) place.innerHTML = await answer.text();
      } catch { /* a hint may fail without a word */ }
    }, 600);
  });
})();

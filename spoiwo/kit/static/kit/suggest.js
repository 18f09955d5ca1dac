// Fills a datalist with what the server suggests while somebody types into a field that points to it.
export default function (list) {
  let waiting;
  for (const input of document.querySelectorAll(`input[list="${list.id}"]`)) {
    input.addEventListener("input", () => {
      clearTimeout(waiting);
      if (input.value.length < 2) return;
      waiting = setTimeout(async () => {
        const answer = await fetch(`${list.dataset.suggest}?q=${encodeURIComponent(input.value)}`);
        if (answer.ok) list.innerHTML = await answer.text();
      }, 180);
    });
  }
}

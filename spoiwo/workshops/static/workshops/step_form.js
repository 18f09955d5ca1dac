// Of the fields of a step only those are shown that its kind has a use for; without this script all are there.
const form = document.querySelector("[data-step-form]");
const kind = form?.querySelector("[name=kind]");

function show() {
  for (const group of form.querySelectorAll("fieldset[data-kind]")) group.hidden = group.dataset.kind !== kind.value;
}

if (kind) {
  kind.addEventListener("change", show);
  show();
}

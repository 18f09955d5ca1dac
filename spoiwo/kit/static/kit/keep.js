// Keeps what is typed into a long form on this device until it has been sent, and offers it back.
export default function (form) {
  const key = `draft:${location.pathname}`;
  const fields = () => [...form.elements].filter((field) => field.name && !["hidden", "password", "file", "submit"].includes(field.type));
  const kept = JSON.parse(sessionStorage.getItem(key) || "null");
  if (kept && !form.querySelector(".sp-errors")) {
    for (const field of fields()) {
      if (!(field.name in kept) || field.type === "checkbox" || field.type === "radio") continue;
      field.value = kept[field.name];
    }
  }
  form.addEventListener("input", () => {
    sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(fields().map((field) => [field.name, field.value]))));
  });
  form.addEventListener("submit", () => sessionStorage.removeItem(key));
}

// Loads each behaviour only where a page asks for it by its data attribute.
const behaviours = {
  "[data-theme-switch]": "./theme_switch.js",
  "[data-focus]": "./focus.js",
  "[data-once]": "./once.js",
  "[data-keep]": "./keep.js",
  "[data-autosave]": "./autosave.js",
  "[data-suggest]": "./suggest.js",
  "[data-closes]": "./closes.js",
};
for (const [selector, file] of Object.entries(behaviours)) {
  const found = document.querySelectorAll(selector);
  if (found.length) import(file).then((module) => found.forEach((element) => module.default(element)));
}

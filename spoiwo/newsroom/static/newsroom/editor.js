// The editor of articles: ProseMirror with the kinds of text the server lets through (newsroom/rules/bodies.py), and no more.
// Without this script the field is a text area that takes plain words and HTML.
import "./editor_words.js";
import * as prose from "../django_prose_editor/editor.js";

const field = document.querySelector("textarea[data-editor]");
const said = window.gettext;

const box = document.createElement("div");
box.className = "prose-editor";
field.before(box);
box.append(field);

const editor = new prose.Editor({
  element: box,
  content: field.value,
  injectCSS: false, // its rules stand in editor.css: no page here takes styles from a script
  extensions: [
    prose.Document, prose.Paragraph, prose.Text, prose.HardBreak, prose.History, prose.Dropcursor, prose.Gapcursor,
    prose.Bold, prose.Italic, prose.Underline, prose.Strike, prose.BulletList, prose.OrderedList, prose.ListItem,
    prose.Blockquote, prose.HorizontalRule, prose.Heading.configure({ levels: [2, 3] }),
    prose.Link.configure({ enableTarget: false, protocols: ["http", "https", "mailto", "tel"] }),
    prose.Table, prose.TableRow, prose.TableHeader, prose.TableCell, prose.Menu,
  ],
  onUpdate() {
    field.value = editor.isEmpty ? "" : editor.getHTML();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  },
});

// A text area and its label in the eyes of a screen reader.
const area = editor.view.dom;
const label = document.querySelector(`label[for="${field.id}"]`);
if (label) {
  label.id ||= `${field.id}_label`;
  area.setAttribute("aria-labelledby", label.id);
  label.addEventListener("click", () => editor.commands.focus());
}
area.setAttribute("role", "textbox");
area.setAttribute("aria-multiline", "true");
if (field.hasAttribute("aria-describedby")) area.setAttribute("aria-describedby", field.getAttribute("aria-describedby"));

// The bar says everything in the reader's language, and what is on and what cannot be pressed not by colour alone.
const choice = (option) => option.firstElementChild ?? option;
function speak() {
  const bar = box.querySelector(".prose-menubar");
  if (!bar) return;
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", said("toolbar"));
  for (const option of bar.querySelectorAll(".prose-menubar__option")) {
    const text = said(choice(option).textContent);
    if (choice(option).textContent !== text) choice(option).textContent = text;
  }
  for (const button of bar.querySelectorAll("button[aria-label]")) {
    const text = said(button.getAttribute("aria-label"));
    if (button.title !== text) button.title = text;
    if (button.getAttribute("aria-label") !== text) button.setAttribute("aria-label", text);
    if (button.dataset.name) button.setAttribute("aria-pressed", String(button.classList.contains("active")));
    button.setAttribute("aria-disabled", String(button.classList.contains("disabled")));
  }
}
// Its dialogs leave the choices of a list in English and go by the words shown, so the value keeps those. A table is proposed
// with headings: without them a screen reader tells only a heap of cells.
new MutationObserver(() => {
  for (const option of box.querySelectorAll("dialog option:not([value])")) {
    option.value = option.textContent;
    option.textContent = said(option.value);
  }
  const headings = box.querySelector("dialog select[name=withHeaderRow]:not([data-proposed])");
  if (headings) {
    headings.dataset.proposed = "";
    headings.value = "Yes";
  }
}).observe(box, { childList: true });
for (const moment of ["create", "transaction"]) editor.on(moment, () => requestAnimationFrame(speak));

// The editor of articles: ProseMirror with the kinds of text the server lets through (newsroom/rules/bodies.py), and no more.
// Without this script the field is a text area that takes plain words and HTML.
import * as prose from "../django_prose_editor/editor.js";

const field = document.querySelector("textarea[data-editor]");
const words = JSON.parse(field.dataset.editor);
window.gettext = (text) => words[text] ?? text;

const kinds = [
  prose.Document, prose.Paragraph, prose.Text, prose.HardBreak, prose.History, prose.Dropcursor, prose.Gapcursor,
  prose.NoSpellCheck, prose.Bold, prose.Italic, prose.Underline, prose.Strike, prose.BulletList, prose.OrderedList,
  prose.ListItem, prose.Blockquote, prose.HorizontalRule, prose.Heading.configure({ levels: [2, 3] }),
  prose.Link.configure({ enableTarget: false, protocols: ["http", "https", "mailto", "tel"] }),
  prose.Table, prose.TableRow, prose.TableHeader, prose.TableCell, prose.Menu,
].filter((kind) => kind && kind !== prose.NoSpellCheck);

const editor = prose.createTextareaEditor(field, kinds);
const area = editor.view.dom;
const label = document.querySelector(`label[for="${field.id}"]`);
if (label) {
  label.id ||= `${field.id}_label`;
  area.setAttribute("aria-labelledby", label.id);
  label.addEventListener("click", () => area.focus());
}
area.setAttribute("role", "textbox");
area.setAttribute("aria-multiline", "true");
const described = field.getAttribute("aria-describedby");
if (described) area.setAttribute("aria-describedby", described);

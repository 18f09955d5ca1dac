// After a refused form the reader starts at the summary of errors.
export default function (element) {
  element.focus();
}

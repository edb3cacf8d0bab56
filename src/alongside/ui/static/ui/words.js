// The words keeper sees one text of a form. A hint is put in only where its words still stand.
const boxOf = ({ words }) => document.getElementById(words);

// With script these buttons send nothing, so the enter key stays with the form's own button.
for (const look of document.querySelectorAll("[name=look_at]")) look.type = "button";

addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
  const { words, box, reads } = ctx.sourceElement.dataset;
  if (words) ctx.request.body = new URLSearchParams({ text: boxOf({ words }).value, box, reads });
});

addEventListener("click", (event) => {
  const button = event.target.closest("[data-words] [name=put_in]");
  if (!button) return;
  event.preventDefault();
  const box = boxOf(button.closest("[data-words]").dataset);
  const { start, end, found, put } = JSON.parse(button.value);
  if (box.value.slice(start, end) === found) box.setRangeText(put, start, end, "select");
  box.focus();
  box.dispatchEvent(new Event("input", { bubbles: true }));
});

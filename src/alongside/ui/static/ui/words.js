// The words keeper sees one text and nothing else of its form. A hint is put in only where its words still stand.
const boxOf = ({ words }) => document.getElementById(words);

addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
  const { dataset } = ctx.sourceElement;
  if (!dataset.words) return;
  const body = (ctx.request.body = new FormData());
  body.set("text", boxOf(dataset).value);
  body.set("box", dataset.box);
  body.set("reads", dataset.reads);
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

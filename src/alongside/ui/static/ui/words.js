// Looks once htmx has begun, sees one text alone.
for (const keeper of document.querySelectorAll("[data-words]")) {
  const { words, by, reads } = keeper.dataset;
  const [box, button] = [words, by].map((id) => document.getElementById(id));
  const on = (at, name, act) => at.addEventListener(name, act);
  const look = () => keeper.dispatchEvent(new Event("look"));
  button.type = "button";
  on(button, "click", look);
  on(box, "input", look);
  setTimeout(() => box.value && look());
  on(keeper, "htmx:config:request", ({ detail: { ctx } }) => {
    ctx.request.body = new URLSearchParams({ text: box.value, box: box.name, reads });
  });
  on(keeper, "click", (event) => {
    const { name, value } = event.target;
    if (name !== "put_in") return;
    event.preventDefault();
    const { start, end, found, put } = JSON.parse(value);
    if (box.value.slice(start, end) === found) box.setRangeText(put, start, end, "select");
    box.focus();
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

// Small helps for forms. Every page works without them.
const typed = ":is(textarea, [type=text], [type=email], [type=tel])[name]";
const all = (css) => document.querySelectorAll(css);
const nameOf = (key) => `draft:${key}`;

/** A UUIDv7 made on this device: 48 bits of milliseconds, then chance. */
export function uuid7() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let place = 5, time = Date.now(); place >= 0; place--, time = Math.floor(time / 256)) bytes[place] = time % 256;
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}

const freshIds = () => all("[data-uuid7]").forEach((input) => (input.value = uuid7()));

function keepDraft(form) {
  const words = {};
  for (const box of form.querySelectorAll(typed)) words[box.name] = box.value;
  localStorage.setItem(nameOf(form.dataset.draft), JSON.stringify(words));
}

function bringDrafts() {
  for (const form of all("form[data-draft]")) {
    const words = JSON.parse(localStorage.getItem(nameOf(form.dataset.draft)) || "{}");
    for (const box of form.querySelectorAll(typed)) box.value ||= words[box.name] || "";
  }
}

// A draft is forgotten only when the form was answered: not after going back, and not on a page with trouble or a sign-in.
const trouble = ".err, [data-kept], [type=password], [name=login]";
const visit = performance.getEntriesByType("navigation")[0];
const kept = () => visit?.type === "navigate" && document.referrer && !(visit.responseStatus >= 400);

function settle(isAnswer) {
  const sent = sessionStorage.getItem("sent");
  sessionStorage.removeItem("sent");
  if (sent && isAnswer && !document.querySelector(trouble)) localStorage.removeItem(nameOf(sent));
  bringDrafts();
}

addEventListener("input", ({ target }) => target.form?.dataset.draft && keepDraft(target.form));

addEventListener("submit", ({ target: { dataset } }) => {
  if (dataset.draft) sessionStorage.setItem("sent", dataset.draft);
  if ("leave" in dataset) localStorage.clear();
}, true);

addEventListener("click", ({ target }) => {
  const button = target.closest("[data-starter], [data-clear-draft]");
  if (button?.dataset.clearDraft) localStorage.removeItem(nameOf(button.dataset.clearDraft));
  const box = document.getElementById(button?.dataset.starter);
  if (!box) return;
  box.value = `${box.value.trimEnd()} ${button.textContent.trim().replace(/…$/, " ")}`.trimStart();
  box.focus();
  box.dispatchEvent(new Event("input", { bubbles: true }));
});

// What did not arrive is said where it was tapped, until the next answer.
const unsent = document.querySelector("[data-unsent]");

function sayUnsent(at) {
  if (!unsent) return;
  unsent.hidden = !at;
  (at?.closest(".card") ?? at?.parentElement ?? document.body).append(unsent);
}

addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
  const status = ctx.response?.status;
  if (!status || status >= 400) sessionStorage.removeItem("sent");
  sayUnsent(status < 500 ? null : ctx.sourceElement);
});
addEventListener("htmx:error", ({ detail: { ctx } }) => {
  sessionStorage.removeItem("sent");
  sayUnsent(ctx?.sourceElement);
});
addEventListener("htmx:after:swap", () => settle(true));
addEventListener("pageshow", ({ persisted }) => persisted && freshIds());

freshIds();
settle(kept());

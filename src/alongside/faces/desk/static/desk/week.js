// Keys on the week: arrows go from time to time, letters do what the help says. Everything works without them.
const off = "keys-off";
const keys = document.getElementById("keys");
const letters = keys.querySelector("[data-letters]");
const times = () => [...document.querySelectorAll(".week a[href]")].filter((link) => link.offsetParent);

/** The nearest time in a direction: along the way first, and never far beside it. */
function nearest(from, [across, down]) {
  const here = from.getBoundingClientRect();
  const far = (link) => {
    const there = link.getBoundingClientRect();
    const [x, y] = [there.x - here.x, there.y - here.y];
    const [along, aside] = across ? [x * across, Math.abs(y)] : [y * down, Math.abs(x)];
    return along > 2 ? along + aside * 4 : Infinity;
  };
  return times().reduce((best, link) => (far(link) < far(best) ? link : best), from);
}

function go(direction) {
  const from = times().find((link) => link === document.activeElement);
  const to = from ? nearest(from, direction) : times()[0];
  to?.focus();
  return Boolean(to);
}

const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const isTyping = (at) => at.closest("input, textarea, select, dialog");

/** Booking takes the free time that has the focus. */
function follow(key) {
  const free = document.activeElement.closest(".gap a");
  const link = key === "n" && free ? free : document.querySelector(`a[data-key="${CSS.escape(key)}"]`);
  link?.click();
  return Boolean(link);
}

function handled(event) {
  const { key, target } = event;
  if (event.ctrlKey || event.altKey || event.metaKey || isTyping(target)) return false;
  if (key in arrows) return target.closest(".week") ? go(arrows[key]) : false;
  if (localStorage.getItem(off)) return false;
  if (key === "?") return keys.showModal() ?? true;
  return follow(key);
}

addEventListener("keydown", (event) => handled(event) && event.preventDefault());
letters.checked = !localStorage.getItem(off);
letters.addEventListener("change", () =>
  letters.checked ? localStorage.removeItem(off) : localStorage.setItem(off, "1"));

// On a phone the days are swiped: the list opens at today.
const week = document.querySelector(".week");
const today = week.querySelector("[aria-current=date]");
if (today) week.scrollLeft = today.closest(".wd").offsetLeft;

const button = document.querySelector("[data-keys]");
button.hidden = false;
button.addEventListener("click", () => keys.showModal());

/**
 * Makes an element. Text always goes in as a text node, never as markup.
 * @param {string} tag
 * @param {Record<string, any>} [props] `class`, `text`, `on` ({event: handler}), `data` ({key: value});
 *   any other key is an attribute: true sets it empty, false, null and undefined leave it out
 *   (`aria-…` says "true" and "false" in words)
 * @param {...(Node|string|null|undefined|false)} children
 * @returns {any} the element
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) setProp(node, key, value);
  node.append(...children.filter((child) => child != null && child !== false));
  return node;
}

function setProp(node, key, value) {
  if (key === "class") node.className = value;
  else if (key === "text") node.textContent = value;
  else if (key === "on")
    for (const [name, handler] of Object.entries(value)) node.addEventListener(name, handler);
  else if (key === "data") Object.assign(node.dataset, value);
  else if (key.startsWith("aria-")) value != null && node.setAttribute(key, String(value));
  else if (value === true) node.setAttribute(key, "");
  else if (value !== false && value != null) node.setAttribute(key, String(value));
}

/** How to scroll: smoothly, unless the person asked their system for less motion. */
export const gently = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth");

/** A button that has an icon alone; its label is for screen readers and the tooltip. */
export function iconButton(label, glyph, props = {}) {
  return el("button", { type: "button", "aria-label": label, title: label, ...props }, glyph);
}

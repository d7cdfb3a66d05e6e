// Elements, made in one line each. Text is always text: nothing here reads HTML but `blocks`.

/** @typedef {Node | string | number | null | undefined | false} One */
/** @typedef {One | One[] | (One | One[])[]} Child */
/** @typedef {Record<string, any>} Props */

/**
 * Sets attributes; `on…` are listeners, `style` is an object (set one by one, as the server's
 * policy allows no style attributes), `class` may have gaps.
 * @param {Element} element
 * @param {Props} props
 */
export function set(element, props) {
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (name === 'style') {
      for (const [key, text] of Object.entries(value)) {
        /** @type {HTMLElement} */ (element).style.setProperty(key, String(text));
      }
    } else if (value === false || value === null || value === undefined) {
      element.removeAttribute(name);
    } else if (name === 'value' && 'value' in element) {
      /** @type {HTMLInputElement} */ (element).value = value;
    } else {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
}

/** @param {Element} element @param {Child[]} children */
function append(element, children) {
  for (const child of children) {
    if (Array.isArray(child)) append(element, child);
    else if (child || child === 0) element.append(child instanceof Node ? child : String(child));
  }
}

/**
 * An HTML element.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Props} [props]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  append(element, children);
  set(element, props);
  return element;
}

/**
 * An SVG element.
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {Props} [props]
 * @param {...Child} children
 * @returns {SVGElementTagNameMap[T]}
 */
export function s(tag, props = {}, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  append(element, children);
  set(element, props);
  return element;
}

/** What the keyboard can come to. */
const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex]';

/**
 * Puts these children in place of those that are there. What had the focus among them gives it to
 * what stands there now, or before it.
 * @param {Element} element
 * @param {...Child} children
 */
export function fill(element, ...children) {
  const stops = () => /** @type {HTMLElement[]} */ ([...element.querySelectorAll(STOPS)]);
  const at = stops().findIndex((one) => one === document.activeElement);
  element.replaceChildren();
  append(element, children);
  if (at < 0) return;
  const now = stops().filter((one) => !one.matches(':disabled'));
  const before = stops().slice(0, at + 1).filter((one) => now.includes(one));
  (before.pop() ?? now[0] ?? document.getElementById('scene'))?.focus({ preventScroll: true });
}

/**
 * Blocks that the program has set as HTML, escaped by construction. Their style attributes are
 * applied by hand: the server's policy does not let the browser apply them. What is said in them
 * is reworded.
 * @param {string} html
 * @param {(text: string) => string} [reworded]
 */
export function blocks(html, reworded = (text) => text) {
  const holder = h('div', { class: 'blocks' });
  holder.innerHTML = html.replaceAll(' style="', ' data-style="');
  for (const element of holder.querySelectorAll('[data-style]')) {
    /** @type {HTMLElement} */ (element).style.cssText = element.getAttribute('data-style') ?? '';
  }
  const texts = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    if (text.nodeValue && !text.parentElement?.closest('code, pre')) text.nodeValue = reworded(text.nodeValue);
  }
  // What scrolls sideways must be reachable without a mouse.
  for (const wide of holder.querySelectorAll('.wide')) set(wide, { tabindex: 0, role: 'group' });
  return holder;
}

/**
 * Lets the reader save something as a file.
 * @param {string} name
 * @param {string | Uint8Array<ArrayBuffer>} content
 * @param {string} kind
 */
export function download(name, content, kind = 'text/plain') {
  const address = URL.createObjectURL(new Blob([content], { type: typeof content === 'string' ? `${kind};charset=utf-8` : kind }));
  const link = h('a', { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

// Where the reader is: a scene and its settings, kept in the address behind `#`, so that a link
// or a reload brings her back.

/** @typedef {{scene: string, params: URLSearchParams}} Place */

/** The min-p of a GPT that draws, as the program has it unless another is chosen. */
export const USUAL_MIN_P = 0.1;

/** @returns {Place} */
export function here() {
  const [scene = '', query = ''] = location.hash.slice(1).split('?');
  return { scene, params: new URLSearchParams(query) };
}

/** The address of a place. @param {string} scene @param {URLSearchParams} params */
export function address(scene, params) {
  const query = params.toString();
  return query ? `#${scene}?${query}` : `#${scene}`;
}

/** Notes the place without a new entry in the history. @param {string} scene @param {URLSearchParams} params */
export function note(scene, params) {
  history.replaceState(null, '', address(scene, params));
}

/** A number in the address: what is none, or beyond these ends, is as usual. @param {URLSearchParams} params @param {string} name @param {number} usual @param {[number, number]} ends */
export function numberOf(params, name, usual, [least, most]) {
  const text = params.get(name)?.trim();
  const value = Number(text);
  return text && value >= least && value <= most ? value : usual;
}

/** The same for a number without a fraction. @param {URLSearchParams} params @param {string} name @param {number} usual @param {[number, number]} ends */
export function countOf(params, name, usual, ends) {
  const value = numberOf(params, name, usual, ends);
  return Number.isInteger(value) ? value : usual;
}

/**
 * One of these names in the address, or the usual one.
 * @template {string} T
 * @param {URLSearchParams} params
 * @param {string} name
 * @param {readonly T[]} names
 * @param {T} usual
 * @returns {T}
 */
export function oneOf(params, name, names, usual) {
  return names.find((one) => one === params.get(name)) ?? usual;
}

/** Takes the token out of the address: it is a cookie now, and no business of a screenshot. */
export function hideToken() {
  if (location.search) history.replaceState(null, '', location.pathname + location.hash);
}

/** What was chosen on an earlier visit, if the browser remembers. @param {string} key */
export function remembered(key) {
  try {
    return localStorage.getItem(`melon-${key}`);
  } catch {
    return null;
  }
}

/** @param {string} key @param {string} value */
export function remember(key, value) {
  try {
    localStorage.setItem(`melon-${key}`, value);
  } catch {
    // A page from a disk may not be allowed to; then it forgets.
  }
}

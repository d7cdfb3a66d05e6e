// Figures as they are shown, rounded as the program rounds them.

/**
 * With so many decimals; what lies exactly between two becomes the even one, as in the program.
 * @param {number} x
 * @param {number} digits
 */
export function fixed(x, digits) {
  const text = x.toFixed(digits);
  // Only an odd number of these halves can lie between two.
  const isBetween = Math.abs(x * 2 ** (digits + 1)) % 2 === 1;
  return isBetween && Number(text.at(-1)) % 2 ? (x - Math.sign(x) * 0.1 ** (digits + 1)).toFixed(digits) : text;
}

/** `66.7%`; what is not nothing does not become 0.0%, and what is not certain not 100.0%. @param {number} share */
export function percent(share) {
  if (share > 0 && share < 0.001) return '<0.1%';
  if (share < 1 && share > 0.999) return '>99.9%';
  return `${fixed(share * 100, 1)}%`;
}

/** `67%`, of a share of few. @param {number} share */
export function whole(share) {
  return `${fixed(share * 100, 0)}%`;
}

/** `+0.58`, `-0.36`: with a sign, always. @param {number} x */
export function signed(x) {
  const text = fixed(Math.abs(x), 2);
  return Number(text) === 0 ? '0.00' : `${x < 0 ? '−' : '+'}${text}`;
}

/** Four significant digits, without a tail of zeros. @param {number} x @param {number} digits */
export function short(x, digits = 4) {
  return Number(x.toPrecision(digits)).toString();
}

/** `404,545` @param {number} n */
export function grouped(n) {
  return n.toString().replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A probability that may be very small: `3.1%`, or `1.2e-5`. @param {number} p */
export function tiny(p) {
  return p >= 0.001 || p === 0 ? percent(p) : p.toExponential(1);
}

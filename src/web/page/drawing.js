// A melon, drawn as it is described.

import { s } from './dom.js';

/** @type {Record<string, [string, string]>} */
const SKINS = { 青绿: ['#6fae5a', '#2f6b35'], 乌黑: ['#33513c', '#152a1d'], 浅白: ['#d5deb4', '#98ab72'] };
/** @type {Record<string, string>} */
const STEMS = {
  蜷缩: 'M120 46C120 30 128 18 142 17C158 16 164 32 153 38C144 43 136 34 142 28',
  稍蜷: 'M120 46C120 30 126 18 140 14C150 11 158 16 158 24',
  硬挺: 'M120 46C120 34 121 22 124 8',
};
/** @type {Record<string, string>} */
const SOUNDS = {
  浊响: 'M214 80q10 20 0 40M226 68q18 32 0 64M238 56q26 44 0 88',
  沉闷: 'M214 92q5 8 0 16M224 88q8 12 0 24',
  清脆: 'M214 76l8 10l-6 8l8 12M228 66l10 14l-8 12l10 20M242 58l10 18l-8 14l12 26',
};
const HIDDEN = ['#b9bdb4', '#8d928a'];

/**
 * The drawing; what is not known is grey, or left out.
 * @param {Record<string, string | undefined>} melon
 * @param {string} name
 */
export function drawn(melon, name) {
  const [light, dark] = SKINS[melon['色泽'] ?? ''] ?? HIDDEN;
  const stem = STEMS[melon['根蒂'] ?? ''];
  const sound = SOUNDS[melon['敲声'] ?? ''];
  const stripe = (/** @type {number} */ x) => {
    const bend = (x - 120) * 1.35;
    return s('path', { d: `M120 46C${120 + bend * 0.7} 66 ${120 + bend} 96 ${120 + bend} 116C${120 + bend} 140 ${120 + bend * 0.7} 172 120 190`, class: 'stripe', stroke: dark });
  };
  return s('svg', { viewBox: '0 0 270 205', role: 'img', 'aria-label': name, class: 'melon' },
    s('ellipse', { cx: 120, cy: 196, rx: 78, ry: 7, class: 'shadow' }),
    s('path', { d: stem ?? STEMS['硬挺'], class: stem ? 'stem' : 'stem unknown' }),
    s('ellipse', { cx: 120, cy: 118, rx: 88, ry: 74, fill: light, stroke: dark, 'stroke-width': 2 }),
    [60, 88, 120, 152, 180].map(stripe),
    s('ellipse', { cx: 90, cy: 84, rx: 24, ry: 12, class: 'shine', transform: 'rotate(-28 90 84)' }),
    sound ? s('path', { d: sound, class: 'sound' }) : s('text', { x: 222, y: 108, class: 'sound-unknown' }, '?'));
}

/** @type {AudioContext | undefined} */
let speaker;

/** A knock, as such a melon sounds: made of one falling tone, nothing is recorded. @param {string | undefined} sound */
export function knock(sound) {
  speaker ??= new AudioContext();
  const [pitch = 200, secs = 0.2] = { 浊响: [150, 0.5], 沉闷: [85, 0.16], 清脆: [620, 0.22] }[sound ?? ''] ?? [200, 0.2];
  const [tone, loud] = [speaker.createOscillator(), speaker.createGain()];
  const now = speaker.currentTime;
  tone.frequency.setValueAtTime(pitch * 1.6, now);
  tone.frequency.exponentialRampToValueAtTime(pitch, now + 0.04);
  loud.gain.setValueAtTime(0.5, now);
  loud.gain.exponentialRampToValueAtTime(0.001, now + secs);
  tone.connect(loud).connect(speaker.destination);
  tone.start(now);
  tone.stop(now + secs);
}

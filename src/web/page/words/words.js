// The page's own words: English declares them, and another language says the same.

import { en } from './en.js';
import { zh } from './zh.js';

/** @typedef {typeof en} Words */

/** @type {Record<string, Words>} */
export const languages = { zh, en };

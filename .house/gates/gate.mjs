/**
 * @typedef {{ ok: boolean, words: string }} Verdict `words` is one line when green, and all a reader needs when red
 * @typedef {{ name: string, remedy: string, judge: () => Promise<Verdict> }} Gate
 */

/** @param {string} words @returns {Verdict} */
export const pass = (words) => ({ ok: true, words })
/** @param {string} words @returns {Verdict} */
export const fail = (words) => ({ ok: false, words })

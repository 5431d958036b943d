/** Something a person can mend: what went wrong, and what to do about it. */
export class Trouble extends Error {
  /** @param {string} what @param {string} remedy */
  constructor(what, remedy) {
    super(what)
    this.remedy = remedy
  }
}

const coloured = process.stdout.isTTY && !process.env.NO_COLOR
/** @param {number} code @param {string} text */
const paint = (code, text) => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text)

export const green = (/** @type {string} */ text) => paint(32, text)
export const red = (/** @type {string} */ text) => paint(31, text)

/** Says what is being done now. @param {string} text */
export function step(text) {
  console.log(`${paint(36, '▸')} ${text}`)
}

/** Says something the reader should know. @param {string} text */
export function note(text) {
  console.log(`  ${text}`)
}

/** @param {Trouble} trouble */
export function complain(trouble) {
  console.error(`${red('✗')} ${trouble.message}`)
  console.error(`  What to do: ${trouble.remedy}`)
}

/**
 * Runs a command of the house. Trouble ends with its remedy and exit code 1; a bug ends with its stack.
 * @param {() => Promise<number>} work answers the exit code
 */
export async function main(work) {
  try {
    process.exitCode = await work()
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    complain(error)
    process.exitCode = 1
  }
}

/**
 * Stops the program when something happens that only a programming mistake can cause.
 * Mistakes of people are `Problem`s or findings and never come here.
 */
export function invariant(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`invariant violated: ${message}`)
}

/** The default branch of an exhaustive switch: adding a case to the union makes the call a type error. */
export function unreachable(value: never): never {
  throw new Error(`invariant violated: unexpected value ${JSON.stringify(value)}`)
}

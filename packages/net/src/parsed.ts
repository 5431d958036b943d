/** Why a piece of outside text was refused: what is wrong and what to write instead. */
export type Problem = { readonly message: string }

/** The answer of every parser: the value, or the reasons there is none. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export function ok<T>(value: T): Parsed<T> {
  return { ok: true, value }
}

export function problem(message: string): Parsed<never> {
  return { ok: false, problems: [{ message }] }
}

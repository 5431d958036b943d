import type { Parameter } from './parameters'
import { parameterOf } from './parameters'

/** A published command form, such as `peer <ipv4-address> bfd { enable | block }`, part by part. */
export type Form = readonly Part[]

export type Part =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'value'; readonly parameter: Parameter }
  | Group

/** Alternatives. `[ ]` may be left out; both kinds may match several times, because the mark for it was lost. */
export type Group = { readonly kind: 'group'; readonly isOptional: boolean; readonly choices: readonly Form[] }

/** @throws for unbalanced brackets, so that a damaged form is not taken for a narrow one */
export function parseForm(text: string): Form {
  const tokens = text.split(/\s+/).filter((token) => token !== '')
  let next = 0
  const choicesUntil = (close: string | undefined): readonly Form[] => {
    const choices: Part[][] = [[]]
    for (;;) {
      const token = tokens[next]
      next += 1
      if (token === close) return choices
      if (token === undefined || token === ']' || token === '}') throw new Error(`unbalanced brackets in "${text}"`)
      const open = choices.at(-1) as Part[] // There is always one.
      if (token === '|') choices.push([])
      else if (/^&<.*>$/.test(token)) repeatLast(open)
      else if (token === '[' || token === '{') {
        const inner = choicesUntil(token === '[' ? ']' : '}')
        open.push({ kind: 'group', isOptional: token === '[', choices: inner })
      } else open.push(single(token))
    }
  }
  const [form = [], ...others] = choicesUntil(undefined)
  if (others.length > 0) throw new Error(`alternatives without brackets in "${text}"`)
  return form
}

function single(token: string): Part {
  const name = /^<(.+)>$/.exec(token)?.[1]
  return name === undefined
    ? { kind: 'word', text: token.toLowerCase() }
    : { kind: 'value', parameter: parameterOf(name) }
}

/** `&<1-8>`: the part before it may come several times, as every group may. */
function repeatLast(parts: Part[]): void {
  const last = parts.pop()
  if (last === undefined) return
  parts.push(last.kind === 'group' ? last : { kind: 'group', isOptional: false, choices: [[last]] })
}

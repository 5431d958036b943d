import type { IdOf, RecordKind } from '../model'

/** Makes ids out of names: readable, within the form ids have, and each one once. */
export type IdMaker = <K extends RecordKind>(kind: K, ...names: readonly string[]) => IdOf<K>

/** The part after the colon has at most 64 characters. */
const longest = 64

export function idMaker(): IdMaker {
  const taken = new Set<string>()
  return (kind, ...names) => {
    const base = names.map(idWord).join('.').slice(0, longest)
    for (let count = 1; ; count += 1) {
      const end = count === 1 ? '' : `-${count}`
      const id = `${kind}:${base.slice(0, longest - end.length)}${end}` as const
      if (taken.has(id)) continue
      taken.add(id)
      return id
    }
  }
}

/** A name for something outside, made of names of devices: one word, as hosts have. */
export function hostName(...names: readonly string[]): string {
  return names.map(idWord).join('-').slice(0, 63)
}

function idWord(name: string): string {
  const word = name.replace(/[^A-Za-z0-9._-]+/g, '-')
  return word === '' ? '-' : word
}

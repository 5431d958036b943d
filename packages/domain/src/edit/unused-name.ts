import type { Network } from '../model'

const numbered = /^(.*?)-?\d+$/

/**
 * `leaf-1`, or the first of `leaf-2`, `leaf-3`, … that no device, host or station has.
 *
 * @param prefix a word; a number at its end is replaced, so a name to make unique will do
 */
export function unusedName(network: Network, prefix: string): string {
  return nameOutside(takenNames(network), prefix)
}

export function takenNames(network: Network): Set<string> {
  const names = new Set<string>()
  for (const records of [network.devices, network.hosts, network.stations]) {
    for (const { name } of Object.values(records)) names.add(name)
  }
  return names
}

export function nameOutside(taken: ReadonlySet<string>, prefix: string): string {
  const stem = numbered.exec(prefix)?.[1] || prefix
  let number = 1
  while (taken.has(`${stem}-${number}`)) number += 1
  return `${stem}-${number}`
}

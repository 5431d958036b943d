import type { DeviceIntent, InterfaceIntent } from '@weft/domain'
import type { LinuxName } from './lab'

/**
 * Names for nodes: letters, digits and `-`, so that they can stand in a shell, a path and YAML whatever a
 * device is called. A name that is taken gets the next free number.
 */
export function nodeNames(): (name: string) => string {
  const taken = new Set<string>()
  return (name) => {
    const plain = name
      .toLowerCase()
      .replace(/[^a-z0-9-]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 30)
    const base = plain === '' ? 'node' : plain
    for (let number = 1; ; number += 1) {
      const candidate = number === 1 ? base : `${base}-${number}`
      if (taken.has(candidate)) continue
      taken.add(candidate)
      return candidate
    }
  }
}

/**
 * What the interfaces of a device are called on Linux: a short word for the kind and a number. Vlanif and
 * LoopBack keep their numbers, others are counted in the order of the device. `eth0` stays free: containers
 * have their management network there.
 */
export function linuxNames({ interfaces }: DeviceIntent): ReadonlyMap<string, LinuxName> {
  const counts = new Map<string, number>()
  const names = new Map<string, LinuxName>()
  for (const intent of interfaces) {
    const word = words[intent.kind]
    const own = intent.kind === 'vlanif' || intent.kind === 'loopback' ? /\d+$/.exec(intent.name)?.[0] : undefined
    const number = own ?? (counts.get(word) ?? 0) + 1
    if (own === undefined) counts.set(word, Number(number))
    names.set(intent.name, `${word}${number}`)
  }
  return names
}

const words: { readonly [Kind in InterfaceIntent['kind']]: string } = {
  ethernet: 'eth',
  'eth-trunk': 'tr',
  vlanif: 'vl',
  vbdif: 'if',
  loopback: 'lo',
  meth: 'mg',
  nve: 'nve',
  subinterface: 'if',
  other: 'if',
}

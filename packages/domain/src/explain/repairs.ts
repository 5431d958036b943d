import type { Fix } from '../check'
import { setFields } from '../check'
import type { LocalText, Network, RecordId } from '../model'
import { text } from '../model'
import type { ProofFact } from '../reach'
import type { Compilation } from './compilation'
import { bmpRepairs } from './repair-bmp'
import { endRepairs } from './repair-ends'
import { interfaceRepairs } from './repair-interfaces'
import { routeRepairs } from './repair-routes'
import type { SessionEntry } from './session-list'

/** A session that is not up, with what stands around it. */
export type Patient = {
  readonly network: Network
  readonly compilation: Compilation
  readonly entry: SessionEntry
  /** What the proof says is missing: what is refuted, and where nothing is, what is doubted. */
  readonly failing: readonly ProofFact[]
}

/**
 * Edits that may bring a session up, the likeliest first. Which of them do, and how few suffice, is found out
 * by carrying them out.
 */
export function repairs(patient: Patient): readonly Fix[] {
  const seen = new Set<string>()
  return [
    ...endRepairs(patient),
    ...bmpRepairs(patient),
    ...interfaceRepairs(patient),
    ...routerIdRepairs(patient),
    ...findingRepairs(patient),
    ...routeRepairs(patient),
  ].filter(({ command }) => {
    const key = JSON.stringify(command)
    return !seen.has(key) && seen.add(key)
  })
}

/** A router ID that two routers have. */
function routerIdRepairs(patient: Patient): readonly Fix[] {
  if (!isFailing(patient, 'router-id')) return []
  return patient.entry.devices.flatMap((id) => {
    const device = patient.network.devices[id]
    if (device === undefined) return []
    const label = words('Let % take its router ID from its LoopBack', '% 的 Router ID 取自环回口', device.name)
    return [
      ...(device.routerId === undefined ? [] : [clear(label, device, ['routerId'])]),
      ...(device.bgp?.routerId === undefined ? [] : [clear(label, device, ['bgp', 'routerId'])]),
    ]
  })
}

/** Fixes of the rules about the records of the session and of its failing facts. */
function findingRepairs({ compilation: { findings }, entry, failing }: Patient): readonly Fix[] {
  const about = new Set<RecordId>([...entry.devices, ...failing.flatMap(({ records }) => records)])
  return findings.flatMap(({ fix, severity, subjects }) =>
    fix !== undefined && severity !== 'info' && subjects.some((id) => about.has(id)) ? [fix] : [],
  )
}

export function isFailing({ failing }: Patient, ...facts: readonly ProofFact['fact'][]): boolean {
  return failing.some(({ fact }) => facts.includes(fact))
}

/** Takes a field of a record away, or a field inside one. */
export function clear(
  label: LocalText,
  record: { readonly id: RecordId },
  [field, inner]: readonly [string, string?],
): Fix {
  if (inner === undefined) return setFields(label, record.id, { [field]: undefined })
  const before: unknown = Object.entries(record).find(([name]) => name === field)?.[1]
  const left = Object.entries(before ?? {}).filter(([name]) => name !== inner)
  return setFields(label, record.id, { [field]: left.length === 0 ? undefined : Object.fromEntries(left) })
}

export function words(en: string, zh: string, name: string): LocalText {
  return text(en.replace('%', name), zh.replace('%', name))
}

import type { Fix } from '../check'
import type { RecordId } from '../model'
import type { Patient } from './patient'
import { clear, isFailing, words } from './patient'
import { bmpRepairs } from './repair-bmp'
import { endRepairs } from './repair-ends'
import { interfaceRepairs } from './repair-interfaces'
import { routeRepairs } from './repair-routes'

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

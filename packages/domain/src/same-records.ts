import type { Origin, Statement } from './config'
import type { Derived } from './derive-configs'
import type { Network, RecordId } from './model'
import { byId } from './model'

/**
 * For records of one network those of another that say the same, where both derive the same lines: devices and
 * interfaces by their names, cables by the ports they end on, everything else by the lines it is the reason of. A
 * record without a counterpart is not in the answer.
 */
export function sameRecords(from: Derived, to: Derived): ReadonlyMap<RecordId, RecordId> {
  const same = new Map<RecordId, RecordId>()
  const devices = new Map(Object.values(to.network.devices).map(({ id, name }) => [name, id]))
  for (const { id, name } of Object.values(from.network.devices)) {
    const counterpart = devices.get(name)
    if (counterpart !== undefined) same.set(id, counterpart)
  }
  pairInterfaces(from.network, to.network, same)
  pairCables(from.network, to.network, same)
  for (const { id } of Object.values(from.network.devices)) {
    const [ours, theirs] = [from.configs.get(id), to.configs.get(same.get(id) as typeof id)]
    if (ours !== undefined && theirs !== undefined) pairLines(ours.sections.flat(), theirs.sections.flat(), same)
  }
  return same
}

function pairInterfaces(from: Network, to: Network, same: Map<RecordId, RecordId>): void {
  const key = (deviceId: string | undefined, name: string) => `${deviceId ?? ''} ${name}`
  const known = new Map(Object.values(to.interfaces).map((each) => [key(each.deviceId, each.name), each.id]))
  for (const { id, deviceId, name } of Object.values(from.interfaces)) {
    const counterpart = known.get(key(same.get(deviceId), name))
    if (counterpart !== undefined) same.set(id, counterpart)
  }
}

/** A port has one cable; what hangs on its other end is the same thing then. */
function pairCables(from: Network, to: Network, same: Map<RecordId, RecordId>): void {
  const cableAt = new Map<string, Network['links'][string]>()
  for (const link of Object.values(to.links).sort(byId)) {
    for (const end of link.ends) if ('interfaceId' in end) cableAt.set(end.interfaceId, link)
  }
  for (const link of Object.values(from.links)) {
    const ports = link.ends.flatMap((end) => ('interfaceId' in end ? (same.get(end.interfaceId) ?? []) : []))
    const counterpart = cableAt.get(ports[0] ?? '')
    if (counterpart === undefined || ports.some((port) => cableAt.get(port) !== counterpart)) continue
    same.set(link.id, counterpart.id)
    const [ours, theirs] = [outside(link), outside(counterpart)]
    if (ours !== undefined && theirs !== undefined) same.set(ours, theirs)
  }
}

function outside({ ends }: Network['links'][string]): RecordId | undefined {
  for (const end of ends) {
    if ('hostId' in end) return end.hostId
    if ('stationId' in end) return end.stationId
  }
  return undefined
}

/** One line in one view of both has the same reasons in both. */
function pairLines(
  ours: readonly Statement<Origin>[],
  theirs: readonly Statement<Origin>[],
  same: Map<RecordId, RecordId>,
): void {
  const byText = new Map(theirs.map((each) => [each.text, each]))
  for (const line of ours) {
    const counterpart = byText.get(line.text)
    if (counterpart === undefined) continue
    if (line.origin.derivation === counterpart.origin.derivation) pairReasons(line.origin, counterpart.origin, same)
    pairLines(line.children, counterpart.children, same)
  }
}

/** Of each kind the only record on both sides; which of several is which the line does not tell. */
function pairReasons(ours: Origin, theirs: Origin, same: Map<RecordId, RecordId>): void {
  for (const id of ours.records) {
    const isOfKind = (other: RecordId) => kindOf(other) === kindOf(id)
    const [counterpart, ...more] = theirs.records.filter(isOfKind)
    if (same.has(id) || counterpart === undefined || more.length > 0) continue
    if (ours.records.filter(isOfKind).length === 1) same.set(id, counterpart)
  }
}

function kindOf(id: RecordId): string {
  return id.slice(0, id.indexOf(':'))
}

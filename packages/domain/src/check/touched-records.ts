import type { NetworkEdit } from '../edit'
import type { DeviceId, Network, NetworkRecord, RecordId } from '../model'
import { referencesOf } from '../model'
import { recordOf } from './context'

/** Kinds of records that are about the devices they mention, directly or through one another. */
const aboutDevices =
  /^(?:device|host|station|interface|link|vlanif-link|mlag|attachment|gateway|peering|bmp-session|static-route):/

/** Those that mention no other one that they are about. */
const standsAlone = /^(?:device|host|station):/

type Find = (id: string) => NetworkRecord | undefined

/** Whether a record is about a touched device, before an edit or after it, or was edited itself. */
export function touchedRecords(
  network: Network,
  { touched, edits }: { readonly touched: ReadonlySet<DeviceId>; readonly edits: readonly NetworkEdit[] },
): (id: RecordId) => boolean {
  const earlier = new Map<string, NetworkRecord | undefined>(edits.map(({ id, before }) => [id, before]))
  const now: Find = (id) => recordOf({ network }, id)
  const then: Find = (id) => (earlier.has(id) ? earlier.get(id) : now(id))
  const known = new Map<string, boolean>([...touched, ...earlier.keys()].map((id) => [id, true]))
  const isTouched = (id: string): boolean => {
    const found = known.get(id)
    if (found !== undefined) return found
    // Records may mention each other in a circle.
    known.set(id, false)
    if (standsAlone.test(id)) return false
    const isAbout = aboutDevices.test(id) && [then, now].some((find) => homesOf(find, id).some(isTouched))
    known.set(id, isAbout)
    return isAbout
  }
  return isTouched
}

/** What a record is touched with: its device, or all that it mentions of devices. */
function homesOf(find: Find, id: string): readonly string[] {
  const record = find(id)
  if (record === undefined) return []
  if ('deviceId' in record) return [record.deviceId]
  const mentioned = referencesOf(record, (each) => aboutDevices.test(each)).map((each) => each.id)
  if (!('pairId' in record)) return mentioned
  // Of its pair the members count, not what else the pair mentions.
  const pair = find(record.pairId)
  const members = pair !== undefined && 'members' in pair ? pair.members : []
  return [...mentioned.filter((each) => each !== record.pairId), ...members]
}

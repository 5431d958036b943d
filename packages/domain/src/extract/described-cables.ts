import type { InterfaceName } from '@weft/net'
import { interfaceKind } from '@weft/net'
import type { InterfaceId } from '../model'
import type { DraftNetwork, JoinedDevice } from './draft-network'
import { interfaceNameOf } from './values'

type Port = { readonly device: JoinedDevice; readonly name: InterfaceName; readonly id: InterfaceId }
/** What the description of a port tells of the other end of its cable. */
type Told = { readonly port: Port; readonly far: JoinedDevice; readonly farName: InterfaceName | undefined }

/**
 * Cables that descriptions of ports tell: each end names the device of the other, and its port where it names one.
 * A description that only one end has, or that leaves several ports to choose from, tells nothing.
 */
export function describedCables(draft: DraftNetwork): readonly (readonly [InterfaceId, InterfaceId])[] {
  const toldOf = describedEnds(draft)
  const answersTo = (each: Told) =>
    (toldOf.get(each.far) ?? []).filter((other) => agrees(each, other) && agrees(other, each))
  const cables: (readonly [InterfaceId, InterfaceId])[] = []
  for (const each of [...toldOf.values()].flat()) {
    const answers = answersTo(each)
    const [answer] = answers
    if (answer === undefined || answers.length > 1 || each.port.id > answer.port.id) continue
    if (answersTo(answer).length === 1) cables.push([each.port.id, answer.port.id])
  }
  return cables
}

/** Of each device what those descriptions of its ports tell that name another device. */
export function describedEnds(draft: DraftNetwork): ReadonlyMap<JoinedDevice, readonly Told[]> {
  const byName = new Map(draft.devices.map((device) => [device.facts.name.toLowerCase(), device]))
  return new Map(draft.devices.map((device) => [device, toldBy(device, byName)]))
}

function agrees({ port, far, farName }: Told, other: Told): boolean {
  if (other.port.device !== far || other.far !== port.device) return false
  return farName === undefined || farName === other.port.name
}

function toldBy(device: JoinedDevice, byName: ReadonlyMap<string, JoinedDevice>): readonly Told[] {
  return [...device.facts.interfaces.values()].flatMap(({ name, description }) => {
    const id = device.interfaceIds.get(name)
    if (description === undefined || id === undefined || interfaceKind(name) !== 'ethernet') return []
    const words = wordsOf(description)
    const far = words.map((word) => byName.get(word.toLowerCase())).find((found) => found !== undefined)
    if (far === undefined || far === device) return []
    const farName = words.map(interfaceNameOf).find((found) => found !== undefined)
    return [{ port: { device, name, id }, far, farName }]
  })
}

/** `to spine-1 100GE1/0/1`, `To_Spine1_100GE1/0/1`, `spine-1:100GE1/0/1`: blanks, colons and underscores part words. */
function wordsOf(description: string): readonly string[] {
  const words = description.split(/[\s,;()[\]]+/)
  return [...words, ...words.flatMap((word) => word.split(/[_:@]/))].filter((word) => word !== '')
}

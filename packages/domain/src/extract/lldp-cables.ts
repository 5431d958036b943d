import type { InterfaceName } from '@weft/net'
import { interfaceKind } from '@weft/net'
import type { InterfaceId } from '../model'
import { text as localText } from '../model'
import type { DraftNetwork, JoinedDevice } from './draft-network'
import type { FileProblem } from './file-problems'
import type { Heard, LldpNeighbor } from './read-displays'

type Port = { readonly device: JoinedDevice; readonly name: InterfaceName }
type Hearing = { readonly near: Port; readonly far: Port; readonly heard: Heard<LldpNeighbor> }

/**
 * Cables that LLDP tells: a port hears the one at the other end of its cable. Where two answers put a port into two
 * cables neither is taken, and both places are named. Neighbours whose configuration is not there are left alone.
 *
 * @source CloudEngine configuration guide, "LLDP Configuration": frames are not forwarded
 */
export function lldpCables(draft: DraftNetwork): readonly (readonly [InterfaceId, InterfaceId])[] {
  const byName = new Map(draft.devices.map((device) => [device.facts.name, device]))
  const hearings = draft.devices.flatMap((device) => hearingsOf(device, byName))
  const first = new Map<string, Hearing>()
  const told = new Map<string, Hearing>()
  const contradicted = new Set<string>()
  for (const hearing of hearings) {
    if (!told.has(cableOf(hearing))) told.set(cableOf(hearing), hearing)
    for (const port of [hearing.near, hearing.far]) {
      const known = first.get(keyOf(port))
      if (known === undefined) first.set(keyOf(port), hearing)
      else if (cableOf(known) !== cableOf(hearing)) {
        contradicted.add(cableOf(known)).add(cableOf(hearing))
        draft.remarks.push(contradiction(port, hearing.heard, known.heard))
      }
    }
  }
  return [...told].flatMap(([cable, { near, far }]) => {
    const ids = [near, far].map(({ device, name }) => device.interfaceIds.get(name))
    if (contradicted.has(cable) || ids[0] === undefined || ids[1] === undefined) return []
    return [[ids[0], ids[1]] as const]
  })
}

function hearingsOf(device: JoinedDevice, byName: ReadonlyMap<string, JoinedDevice>): readonly Hearing[] {
  return (device.facts.neighbors ?? []).flatMap((heard) => {
    const { port, farDevice, farPort } = heard.value
    const other = byName.get(farDevice)
    const arePorts = [port, farPort].every((name) => interfaceKind(name) === 'ethernet')
    if (other === undefined || other === device || !arePorts) return []
    return [{ near: { device, name: port }, far: { device: other, name: farPort }, heard }]
  })
}

function keyOf({ device, name }: Port): string {
  return `${device.facts.name} ${name}`
}

function cableOf({ near, far }: Hearing): string {
  return [keyOf(near), keyOf(far)].sort().join('\n')
}

function contradiction(port: Port, here: Heard<LldpNeighbor>, there: Heard<LldpNeighbor>): FileProblem {
  return {
    file: here.file,
    line: here.line,
    what: localText(
      `LLDP puts ${keyOf(port)} into another cable here than in ${there.file}, line ${there.line}; neither is drawn.`,
      `LLDP 在此处给出的 ${keyOf(port)} 连线与 ${there.file} 第 ${there.line} 行不同；两者均未绘制。`,
    ),
    remedy: localText('See which answer is the newer one, and draw the cable.', '请确认哪一输出较新，并绘制该连线。'),
  }
}

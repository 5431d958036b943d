import type { InterfaceName } from '@weft/net'
import { interfaceKind } from '@weft/net'
import type { InterfaceId } from '../model'
import { text as localText } from '../model'
import { describedEnds } from './described-cables'
import type { DraftNetwork, JoinedDevice } from './draft-network'
import type { FileProblem } from './file-problems'
import type { Heard, LldpNeighbor } from './read-displays'

type Port = { readonly device: JoinedDevice; readonly name: InterfaceName }
type Hearing = { readonly near: Port; readonly far: Port; readonly heard: Heard<LldpNeighbor> }

/**
 * Cables that LLDP tells: a port hears the one at the other end of its cable. Where two answers put a port into two
 * cables neither is taken, and both places are named. Neighbours whose configuration is not there are left alone. A
 * description that tells something else is older than what LLDP hears now, and is named.
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
  for (const cable of contradicted) told.delete(cable)
  if (told.size > 0) draft.remarks.push(...otherwiseDescribed(draft, [...told.values()]))
  return [...told.values()].flatMap(({ near, far }) => {
    const ids = [near, far].map(({ device, name }) => device.interfaceIds.get(name))
    return ids[0] === undefined || ids[1] === undefined ? [] : [[ids[0], ids[1]] as const]
  })
}

/** Ports whose description names another device or port than the one at the other end of the cable. */
function otherwiseDescribed(draft: DraftNetwork, told: readonly Hearing[]): readonly FileProblem[] {
  const described = new Map([...describedEnds(draft).values()].flat().map((each) => [keyOf(each.port), each]))
  return told.flatMap(({ near, far, heard }) =>
    [
      { port: near, other: far },
      { port: far, other: near },
    ].flatMap(({ port, other }) => {
      const said = described.get(keyOf(port))
      if (said === undefined) return []
      // A description may name its own port too.
      const names = [undefined, other.name, port.name]
      if (said.far === other.device && names.includes(said.farName)) return []
      return [staleDescription({ port, other, heard }, `${said.far.facts.name} ${said.farName ?? ''}`.trim())]
    }),
  )
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

type Described = { readonly port: Port; readonly other: Port; readonly heard: Heard<LldpNeighbor> }

function staleDescription({ port, other, heard: { file, line } }: Described, said: string): FileProblem {
  return {
    file,
    line,
    what: localText(
      `LLDP puts ${keyOf(port)} on a cable to ${keyOf(other)}, but its description names ${said}; the cable is drawn as LLDP tells it.`,
      `LLDP 显示 ${keyOf(port)} 连接 ${keyOf(other)}，但其描述为 ${said}；连线按 LLDP 绘制。`,
    ),
    remedy: localText('Correct the description, or the cabling.', '请更正描述或实际连线。'),
  }
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

import type { DeviceIntent, VrfId } from '@weft/domain'
import type { FrrBlock } from './frr-text'
import { frr } from './frr-text'
import type { IgpPace } from './igp-pace'
import type { RouterNames } from './router-names'

/** Preferences of VRP where the design gives none. Source: VRP routing guide, "default preferences". */
export const preference = { ospf: 10, isis: 15, static: 60, ospfExternal: 150 } as const

/** What the parts of a configuration of one device are written with. */
export type FrrPlace = { readonly device: DeviceIntent; readonly names: RouterNames; readonly pace: IgpPace }

export type IgpName = 'ospf' | 'ospfv3' | 'isis'
type Process = { readonly processId: number; readonly vrfId?: VrfId }

/** Whether this process is the first of its routing table, the one that FRR's instance stands for. */
export function runsHere(device: DeviceIntent, protocol: IgpName, process: Process): boolean {
  const processes: readonly Process[] = device[protocol]
  return processes.find(({ vrfId }) => vrfId === process.vrfId)?.processId === process.processId
}

/** FRR's IS-IS has a distance nobody can change. What VRP prefers less has to be above it. */
const isisDistance = 115

/** The distance of FRR for a preference of VRP: the order on a device stays. @source FRR 8.4 user guide, "Administrative Distance" */
export function distanceOf({ isis }: DeviceIntent, given: number): number {
  const value = Math.min(Math.max(given, 1), 254)
  if (isis.length === 0 || value < preference.isis) return value
  return isisDistance + Math.ceil(((value - preference.isis) * (253 - isisDistance)) / (254 - preference.isis))
}

type ImportedRoutes = DeviceIntent['ospf'][number]['importRoutes']

/** Words of FRR for where routes come from. A protocol that takes from itself has another process, which FRR has not. */
export function redistributions(
  routes: ImportedRoutes,
  into: IgpName,
  line: (word: string, each: ImportedRoutes[number]) => FrrBlock,
): readonly FrrBlock[] {
  const foreign = routes.filter(({ protocol }) => protocol !== into)
  return [...new Map(foreign.map((each) => [line(words[each.protocol], each).line, each]))].map(([text]) => frr([text]))
}

const words: { readonly [Protocol in ImportedRoutes[number]['protocol']]: string } = {
  direct: 'connected',
  static: 'static',
  bgp: 'bgp',
  ospf: 'ospf',
  ospfv3: 'ospf6',
  isis: 'isis',
}

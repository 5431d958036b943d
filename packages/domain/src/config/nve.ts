import type { InterfaceIntent } from '../intent'
import type { Line } from './line'
import { line, lines } from './line'

/** The body of `interface Nve1`: the tunnel source first, the rest in the order of printed configurations. */
export function nveLines({ kind, because, nve, macAddress }: InterfaceIntent): readonly Line[] {
  if (kind !== 'nve') return []
  return lines(
    nve?.source !== undefined && line('nve.source', `source ${nve.source.value}`, { because, values: [nve.source] }),
    nve?.headEnds.flatMap(({ vni, peers, because: reasons }) => {
      const words = peers === 'bgp' ? ['protocol bgp'] : peers
      return words.map((word) => line('nve.head-end', `vni ${vni} head-end peer-list ${word}`, { because: reasons }))
    }),
    macAddress !== undefined &&
      line('nve.mac-address', `mac-address ${macAddress.value}`, { because, values: [macAddress] }),
    nve?.bypass?.peer !== undefined &&
      line('nve.bypass', `pip-source ${nve.bypass.source} peer ${nve.bypass.peer} bypass`, { because }),
  )
}

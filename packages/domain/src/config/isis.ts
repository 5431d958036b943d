import type { DeviceIntent, InterfaceIntent, IsisProcessIntent } from '../intent'
import { importLines } from './import-lines'
import type { Line } from './line'
import { joined, line, lines } from './line'
import type { VrfNames } from './vrf-names'

/** One IS-IS process; which interfaces it has is said by the interfaces. Defaults are not printed. */
export function isisProcess(process: IsisProcessIntent, { device }: DeviceIntent, names: VrfNames): Line | undefined {
  const { processId, vrfId, level, costStyle, networkEntity, ipv6Topology, importRoutes } = process
  const vrf = vrfId === undefined ? undefined : names.get(vrfId)
  if (vrfId !== undefined && vrf === undefined) return undefined
  const reason = { because: [...process.because, device.id] }
  return line(
    'isis.process',
    vrf === undefined ? `isis ${processId}` : `isis ${processId} vpn-instance ${vrf}`,
    reason,
    lines(
      level !== 'level-1-2' && line('isis.level', `is-level ${level}`, reason),
      costStyle.value !== 'narrow' &&
        line('isis.cost-style', `cost-style ${costStyle.value}`, { ...reason, values: [costStyle] }),
      networkEntity !== undefined &&
        line('isis.network-entity', `network-entity ${networkEntity.value}`, { ...reason, values: [networkEntity] }),
      importLines(
        importRoutes.filter(({ ipv6 }) => ipv6 !== true),
        { derivation: 'isis.import-route', version: 4, reason },
      ),
      ipv6Topology !== undefined && line('isis.ipv6', `ipv6 enable topology ${ipv6Topology}`, reason),
      importLines(
        importRoutes.filter(({ ipv6 }) => ipv6 === true),
        { derivation: 'isis.import-route', version: 6, reason },
      ),
    ),
  )
}

/** LoopBacks have no neighbours, so nothing about neighbours is printed there. */
export function isisInterfaceLines(item: InterfaceIntent): readonly Line[] {
  const { isis, kind } = item
  if (isis === undefined) return []
  const reason = { because: joined(item.because, isis.because) }
  const hasNeighbours = kind !== 'loopback' && kind !== 'meth'
  const { circuitType } = isis
  return lines(
    isis.ipv4 && line('interface.isis', `isis enable ${isis.processId}`, reason),
    isis.ipv6 && line('interface.isis-ipv6', `isis ipv6 enable ${isis.processId}`, reason),
    hasNeighbours &&
      circuitType.value === 'p2p' &&
      line('interface.isis-circuit-type', 'isis circuit-type p2p', { ...reason, values: [circuitType] }),
    isis.level !== undefined &&
      isis.level !== 'level-1-2' &&
      line('interface.isis-circuit-level', `isis circuit-level ${isis.level}`, reason),
    isis.cost !== undefined && line('interface.isis-cost', `isis cost ${isis.cost}`, reason),
    isis.ipv6Cost !== undefined && line('interface.isis-cost', `isis ipv6 cost ${isis.ipv6Cost}`, reason),
    hasNeighbours &&
      isis.helloSeconds !== undefined &&
      line('interface.isis-timer', `isis timer hello ${isis.helloSeconds}`, reason),
    hasNeighbours &&
      isis.holdingMultiplier !== undefined &&
      line('interface.isis-timer', `isis timer holding-multiplier ${isis.holdingMultiplier}`, reason),
    isis.silent && line('interface.isis-silent', 'isis silent', reason),
  )
}

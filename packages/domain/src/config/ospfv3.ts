import { ipv4FromNumber } from '@weft/net'
import type { DeviceIntent, InterfaceIntent, Ospfv3ProcessIntent } from '../intent'
import { importLines } from './import-lines'
import type { Line } from './line'
import { joined, line, lines } from './line'
import { areaType } from './ospf'
import type { VrfNames } from './vrf-names'

/** One OSPFv3 process; interfaces name the area they are in, which the process has to have. */
export function ospfv3Process(process: Ospfv3ProcessIntent, device: DeviceIntent, names: VrfNames): Line | undefined {
  const { processId, vrfId, routerId, areas, importRoutes } = process
  const vrf = vrfId === undefined ? undefined : names.get(vrfId)
  if (vrfId !== undefined && vrf === undefined) return undefined
  const reason = { because: [...process.because, device.device.id] }
  const silent = device.interfaces.filter(
    ({ ospfv3 }) => ospfv3?.silent === true && ospfv3.underlayId === process.underlayId,
  )
  return line(
    'ospfv3.process',
    vrf === undefined ? `ospfv3 ${processId}` : `ospfv3 ${processId} vpn-instance ${vrf}`,
    reason,
    lines(
      routerId !== undefined &&
        line('ospfv3.router-id', `router-id ${routerId.value}`, { ...reason, values: [routerId] }),
      importLines(importRoutes, { derivation: 'ospfv3.import-route', version: 6, reason }),
      silent.map((intent) => line('ospfv3.silent-interface', `silent-interface ${intent.name}`, intent)),
      areas.map((area) =>
        line('ospfv3.area', `area ${ipv4FromNumber(area.area)}`, reason, areaType(area, 'ospfv3.area-type', reason)),
      ),
    ),
  )
}

/** LoopBacks have no neighbours, so neither type nor timers are printed there. */
export function ospfv3InterfaceLines(item: InterfaceIntent): readonly Line[] {
  const { ospfv3, kind } = item
  if (ospfv3 === undefined) return []
  const { processId, area, instanceId, networkType, cost, helloSeconds, deadSeconds } = ospfv3
  const reason = { because: joined(item.because, ospfv3.because) }
  const hasNeighbours = kind !== 'loopback' && kind !== 'meth'
  const instance = instanceId === 0 ? '' : ` instance ${instanceId}`
  return lines(
    line('interface.ospfv3', `ospfv3 ${processId} area ${ipv4FromNumber(area)}${instance}`, reason),
    cost !== undefined && line('interface.ospfv3-cost', `ospfv3 cost ${cost}${instance}`, reason),
    hasNeighbours &&
      networkType.value !== 'broadcast' &&
      line('interface.ospfv3-network-type', `ospfv3 network-type ${networkType.value}${instance}`, {
        ...reason,
        values: [networkType],
      }),
    hasNeighbours &&
      helloSeconds !== undefined &&
      line('interface.ospfv3-timer', `ospfv3 timer hello ${helloSeconds}${instance}`, reason),
    hasNeighbours &&
      deadSeconds !== undefined &&
      line('interface.ospfv3-timer', `ospfv3 timer dead ${deadSeconds}${instance}`, reason),
  )
}

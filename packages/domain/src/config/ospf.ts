import type { Ipv4Address, Ipv4Prefix } from '@weft/net'
import { addressOf, compareIp, ipv4FromNumber, ipv4Wildcard, networkOf, splitPrefix } from '@weft/net'
import type { AreaIntent, DeviceIntent, InterfaceIntent, OspfProcessIntent } from '../intent'
import type { Effective, RecordId } from '../model'
import { importLines } from './import-lines'
import type { Line, Reason } from './line'
import { line, lines } from './line'
import { writesRouterId } from './router-id'
import type { VrfNames } from './vrf-names'

/** One OSPF process: LoopBacks by exact address, links by their subnet, each interface by its primary address. */
export function ospfProcess(process: OspfProcessIntent, device: DeviceIntent, names: VrfNames): Line | undefined {
  const vrf = process.vrfId === undefined ? undefined : names.get(process.vrfId)
  if (process.vrfId !== undefined && vrf === undefined) return undefined
  const head = [
    `ospf ${process.processId}`,
    process.routerId !== undefined && writesRouterId(device.device, 'ospf') && `router-id ${process.routerId.value}`,
    vrf !== undefined && `vpn-instance ${vrf}`,
  ]
  const interfaces = new Map(device.interfaces.map((intent) => [intent.name, intent]))
  const members = process.areas.map((area) => ({
    ...area,
    intents: area.interfaces.flatMap((name) => interfaces.get(name) ?? []),
  }))
  const reason = { because: [...process.because, device.device.id] }
  const silent = members.flatMap(({ intents }) => intents).filter(({ ospf }) => ospf?.silent === true)
  return line(
    'ospf.process',
    head.filter(Boolean).join(' '),
    { ...reason, values: [process.routerId] },
    lines(
      importLines(process.importRoutes, { derivation: 'ospf.import-route', version: 4, reason }),
      process.suppressReachability && line('ospf.suppress-reachability', 'suppress-reachability', reason),
      silent.map((intent) => line('ospf.silent-interface', `silent-interface ${intent.name}`, intent)),
      members.map((area) =>
        line(
          'ospf.area',
          `area ${ipv4FromNumber(area.area)}`,
          process,
          lines(
            area.networks === undefined
              ? networkLines(process, area.intents, interfaces)
              : givenNetworks(area.networks, reason),
            areaType(area, 'ospf.area-type', reason),
          ),
        ),
      ),
    ),
  )
}

/** What an area says that is no ordinary one. */
export function areaType(
  { type, options }: AreaIntent,
  derivation: 'ospf.area-type' | 'ospfv3.area-type',
  reason: Reason,
): readonly Line[] {
  if (type === 'normal') return []
  const words = type === 'nssa' ? options : options.filter((option) => option === 'no-summary')
  return [line(derivation, [type, ...new Set(words)].join(' '), reason)]
}

function givenNetworks(networks: readonly Ipv4Prefix[], reason: Reason): readonly Line[] {
  return networks.map((prefix) => {
    const { address, length } = splitPrefix(prefix)
    return line('ospf.network', `network ${address} ${ipv4Wildcard(length)}`, reason)
  })
}

type Network = {
  readonly address: Ipv4Address
  readonly text: string
  readonly records: Set<RecordId>
  readonly values: Effective<unknown>[]
}

function networkLines(
  process: OspfProcessIntent,
  intents: readonly InterfaceIntent[],
  interfaces: ReadonlyMap<string, InterfaceIntent>,
): readonly Line[] {
  const networks = new Map<string, Network>()
  for (const intent of intents) {
    if (intent.ospf?.enabledOnInterface === true) continue
    const owner = intent.unnumberedFrom === undefined ? intent : interfaces.get(intent.unnumberedFrom)
    const primary = owner?.ipv4[0]
    if (primary === undefined) continue
    const exact = intent.kind === 'loopback' || intent.unnumberedFrom !== undefined
    const { address, length } = exact
      ? { address: addressOf(primary.value), length: 32 }
      : splitPrefix(networkOf(primary.value))
    const text = `network ${address} ${ipv4Wildcard(length)}`
    const network = networks.get(text) ?? { address, text, records: new Set(process.because), values: [] }
    for (const id of intent.because) network.records.add(id)
    network.values.push(primary)
    networks.set(text, network)
  }
  return [...networks.values()]
    .sort((a, b) => compareIp(a.address, b.address) || (a.text < b.text ? -1 : 1))
    .map(({ text, records, values }) => line('ospf.network', text, { because: [...records], values }))
}

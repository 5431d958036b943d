import type { Ipv4InterfaceAddress } from '@weft/net'
import { networkOf } from '@weft/net'
import type { InterfaceIntent, OspfInterfaceIntent } from '../intent'
import { text } from '../model'
import type { Fact } from './facts'
import { fact } from './facts'

/** One end of a possible adjacency. */
export type OspfEnd = {
  readonly deviceName: string
  readonly intent: InterfaceIntent
  readonly ospf: OspfInterfaceIntent
  readonly up: boolean
  readonly routerId?: string
}

const helloDefault = { broadcast: 10, p2p: 10, nbma: 30, p2mp: 30 } as const

/** Seconds between hellos and until a silent neighbour is dead; the dead interval follows the hello interval. */
export function ospfTimers(ospf: OspfInterfaceIntent): { readonly hello: number; readonly dead: number } {
  const hello = ospf.helloSeconds ?? helloDefault[ospf.networkType.value]
  return { hello, dead: ospf.deadSeconds ?? 4 * hello }
}

/**
 * What two OSPF interfaces on one segment need to become Full.
 *
 * @param others OSPF interfaces on the segment besides these two
 * @source routing.md D1, D6 item 3
 */
export function ospfAdjacencyFacts(a: OspfEnd, b: OspfEnd, others: number): readonly Fact[] {
  const records = [...a.intent.because, ...b.intent.because]
  const ends = `${a.deviceName} ${a.intent.name} – ${b.deviceName} ${b.intent.name}`
  const compare = (
    name: Fact['fact'],
    same: boolean,
    [valueA, valueB, what]: readonly [string, string, { readonly en: string; readonly zh: string }],
  ): Fact =>
    fact(name, same ? 'yes' : 'no', records, () =>
      same
        ? text(`Both ends have the same ${what.en}: ${valueA}.`, `两端的${what.zh}相同：${valueA}。`)
        : text(
            `The ${what.en} differs on ${ends}: ${valueA} and ${valueB}.`,
            `${ends} 两端的${what.zh}不同：${valueA} 与 ${valueB}。`,
          ),
    )
  const subnetA = subnetOf(a.intent)
  const subnetB = subnetOf(b.intent)
  const timersA = ospfTimers(a.ospf)
  const timersB = ospfTimers(b.ospf)
  const down = [a, b].find((end) => !end.up)
  const silent = [a, b].find((end) => end.ospf.silent)
  const facts = [
    fact('interface-up', down === undefined ? 'yes' : 'no', records, () =>
      down === undefined
        ? text('Both interfaces are up.', '两端接口均为 Up。')
        : text(
            `${down.deviceName} ${down.intent.name} is down.`,
            `${down.deviceName} 的 ${down.intent.name} 为 Down。`,
          ),
    ),
    compare('subnet', subnetA === subnetB, [subnetA, subnetB, text('subnet', '网段')]),
    compare('area', a.ospf.area === b.ospf.area, [
      String(a.ospf.area),
      String(b.ospf.area),
      text('OSPF area', 'OSPF 区域'),
    ]),
    compare('network-type', a.ospf.networkType.value === b.ospf.networkType.value, [
      a.ospf.networkType.value,
      b.ospf.networkType.value,
      text('OSPF network type', 'OSPF 网络类型'),
    ]),
    compare('timers', timersA.hello === timersB.hello && timersA.dead === timersB.dead, [
      `${timersA.hello}/${timersA.dead} s`,
      `${timersB.hello}/${timersB.dead} s`,
      text('pair of hello and dead intervals', 'Hello/Dead 间隔'),
    ]),
  ]
  facts.push(
    fact('silent', silent === undefined ? 'yes' : 'no', records, () =>
      silent === undefined
        ? text('Both interfaces send OSPF packets.', '两端接口均发送 OSPF 报文。')
        : text(
            `${silent.intent.name} of ${silent.deviceName} is silent: it sends no OSPF packets.`,
            `${silent.deviceName} 的 ${silent.intent.name} 为静默接口，不发送 OSPF 报文。`,
          ),
    ),
  )
  if (others > 0 && (a.ospf.networkType.value === 'p2p' || b.ospf.networkType.value === 'p2p')) {
    facts.push(
      fact('network-type', 'no', records, () =>
        text(
          `${others + 2} routers share the segment of ${ends}; type p2p needs exactly two.`,
          `${ends} 所在网段有 ${others + 2} 台路由器；p2p 类型只允许两台。`,
        ),
      ),
    )
  }
  facts.push(routerIdFact(a, b))
  return facts
}

function routerIdFact(a: OspfEnd, b: OspfEnd): Fact {
  const records = [...a.intent.because, ...b.intent.because]
  if (a.routerId === undefined || b.routerId === undefined)
    return fact('router-id', 'unknown', records, () =>
      text(
        `${a.deviceName} or ${b.deviceName} has no OSPF router ID in the design.`,
        `设计中 ${a.deviceName} 或 ${b.deviceName} 没有 OSPF Router ID。`,
      ),
    )
  return fact('router-id', a.routerId === b.routerId ? 'no' : 'yes', records, () =>
    a.routerId === b.routerId
      ? text(
          `${a.deviceName} and ${b.deviceName} have the same OSPF router ID ${a.routerId}.`,
          `${a.deviceName} 与 ${b.deviceName} 的 OSPF Router ID 同为 ${a.routerId}。`,
        )
      : text(
          `The router IDs differ: ${a.routerId} and ${b.routerId}.`,
          `两端 Router ID 不同：${a.routerId} 与 ${b.routerId}。`,
        ),
  )
}

/** Unnumbered ends share no subnet and need none. */
function subnetOf(intent: InterfaceIntent): string {
  const primary: Ipv4InterfaceAddress | undefined = intent.ipv4[0]?.value
  if (primary !== undefined) return networkOf(primary)
  return intent.unnumberedFrom === undefined ? 'none' : 'unnumbered'
}

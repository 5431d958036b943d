import type { AreaIntent, InterfaceIntent, OspfTerms } from '../intent'
import { text } from '../model'
import { crowdFact, endsAgree, portsUp, silentFact } from './adjacency-facts'
import type { Fact } from './facts'
import { fact } from './facts'

/** One end of a possible adjacency, of either version. */
export type OspfEnd = {
  readonly deviceName: string
  readonly intent: InterfaceIntent
  readonly terms: OspfTerms
  readonly up: boolean
  /** `none`: the process does nothing without one. Absent: the design does not say. */
  readonly routerId?: string
  readonly areaType: AreaIntent['type']
  readonly checksMtu: boolean
  /** Absent in OSPFv3, whose neighbours need none in common. */
  readonly subnet?: string
  /** OSPFv3. */
  readonly instanceId?: number
}

const helloDefault = { broadcast: 10, p2p: 10, nbma: 30, p2mp: 30 } as const
const defaultMtu = 1500

/** Seconds between hellos and until a silent neighbour is dead; the dead interval follows the hello interval. */
export function ospfTimers(terms: OspfTerms): { readonly hello: number; readonly dead: number } {
  const hello = terms.helloSeconds ?? helloDefault[terms.networkType.value]
  return { hello, dead: terms.deadSeconds ?? 4 * hello }
}

/**
 * What two OSPF interfaces on one segment need to become Full.
 *
 * @param others OSPF interfaces on the segment besides these two
 * @source routing.md D1, D2, D6 item 3
 */
export function ospfAdjacencyFacts(
  ends: readonly [OspfEnd, OspfEnd],
  { protocol, others }: { readonly protocol: 'OSPF' | 'OSPFv3'; readonly others: number },
): readonly Fact[] {
  const [a, b] = ends
  const records = [...a.intent.because, ...b.intent.because]
  const meeting = { ends, records }
  const [timersA, timersB] = [ospfTimers(a.terms), ospfTimers(b.terms)]
  const facts = [portsUp(ends, records)]
  if (a.subnet !== undefined && b.subnet !== undefined)
    facts.push(endsAgree('subnet', meeting, [a.subnet, b.subnet, text('subnet', '网段')]))
  facts.push(
    endsAgree('area', meeting, [
      String(a.terms.area),
      String(b.terms.area),
      text(`${protocol} area`, `${protocol} 区域`),
    ]),
    endsAgree('network-type', meeting, [
      a.terms.networkType.value,
      b.terms.networkType.value,
      text(`${protocol} network type`, `${protocol} 网络类型`),
    ]),
    endsAgree('timers', meeting, [
      `${timersA.hello}/${timersA.dead} s`,
      `${timersB.hello}/${timersB.dead} s`,
      text('pair of hello and dead intervals', 'Hello/Dead 间隔'),
    ]),
  )
  if (a.areaType !== b.areaType) {
    facts.push(endsAgree('area', meeting, [a.areaType, b.areaType, text('type of the area', '区域类型')]))
  }
  if (a.instanceId !== b.instanceId) {
    facts.push(
      endsAgree('instance', meeting, [String(a.instanceId), String(b.instanceId), text('instance ID', '实例 ID')]),
    )
  }
  if (a.checksMtu || b.checksMtu) {
    const mtuOf = ({ intent }: OspfEnd): string => String(intent.mtu ?? defaultMtu)
    facts.push(endsAgree('mtu', meeting, [mtuOf(a), mtuOf(b), text('MTU', 'MTU')]))
  }
  facts.push(
    silentFact(
      records,
      ends.find(({ terms }) => terms.silent),
      protocol,
    ),
  )
  if (others > 0 && ends.some(({ terms }) => terms.networkType.value === 'p2p')) {
    facts.push(crowdFact(ends, others + 2, records))
  }
  facts.push(routerIdFact(ends, protocol, records))
  return facts
}

function isDead({ routerId }: OspfEnd): boolean {
  return routerId === 'none'
}

function routerIdFact(ends: readonly [OspfEnd, OspfEnd], protocol: string, records: Fact['records']): Fact {
  const [a, b] = ends
  const dead = ends.find(isDead)
  if (dead !== undefined) {
    return fact('router-id', 'no', records, () =>
      text(
        `${dead.deviceName} has no ${protocol} router ID, so the process does nothing.`,
        `${dead.deviceName} 没有 ${protocol} Router ID，进程不工作。`,
      ),
    )
  }
  if (a.routerId === undefined || b.routerId === undefined) {
    return fact('router-id', 'unknown', records, () =>
      text(
        `${a.deviceName} or ${b.deviceName} has no ${protocol} router ID in the design.`,
        `设计中 ${a.deviceName} 或 ${b.deviceName} 没有 ${protocol} Router ID。`,
      ),
    )
  }
  return fact('router-id', a.routerId === b.routerId ? 'no' : 'yes', records, () =>
    a.routerId === b.routerId
      ? text(
          `${a.deviceName} and ${b.deviceName} have the same ${protocol} router ID ${a.routerId}.`,
          `${a.deviceName} 与 ${b.deviceName} 的 ${protocol} Router ID 同为 ${a.routerId}。`,
        )
      : text(
          `The router IDs differ: ${a.routerId} and ${b.routerId}.`,
          `两端 Router ID 不同：${a.routerId} 与 ${b.routerId}。`,
        ),
  )
}

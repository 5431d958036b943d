import type { LocalText, RecordId } from '../model'
import { text } from '../model'
import type { Fact } from './facts'
import { fact } from './facts'

/** One end of a possible adjacency, as sentences name it. */
export type AdjacencyEnd = {
  readonly deviceName: string
  readonly intent: { readonly name: string; readonly because: readonly RecordId[] }
  readonly up: boolean
}

export function portsUp(ends: readonly [AdjacencyEnd, AdjacencyEnd], records: readonly RecordId[]): Fact {
  const down = ends.find(({ up }) => !up)
  return fact('interface-up', down === undefined ? 'yes' : 'no', records, () =>
    down === undefined
      ? text('Both interfaces are up.', '两端接口均为 Up。')
      : text(`${down.deviceName} ${down.intent.name} is down.`, `${down.deviceName} 的 ${down.intent.name} 为 Down。`),
  )
}

/** Two ends and the records of both. */
export type Meeting = {
  readonly ends: readonly [AdjacencyEnd, AdjacencyEnd]
  readonly records: readonly RecordId[]
}

/** A value that both ends of a link must have alike. */
export function endsAgree(
  name: Fact['fact'],
  { ends: [a, b], records }: Meeting,
  [valueA, valueB, what]: readonly [string, string, LocalText],
): Fact {
  const same = valueA === valueB
  return fact(name, same ? 'yes' : 'no', records, () => {
    if (same) return text(`Both ends have the same ${what.en}: ${valueA}.`, `两端的${what.zh}相同：${valueA}。`)
    const ends = `${a.deviceName} ${a.intent.name} – ${b.deviceName} ${b.intent.name}`
    return text(
      `The ${what.en} differs on ${ends}: ${valueA} and ${valueB}.`,
      `${ends} 两端的${what.zh}不同：${valueA} 与 ${valueB}。`,
    )
  })
}

/** @param silent the end that sends no packets of its protocol, and so has no neighbours */
export function silentFact(records: readonly RecordId[], silent: AdjacencyEnd | undefined, protocol: string): Fact {
  return fact('silent', silent === undefined ? 'yes' : 'no', records, () =>
    silent === undefined
      ? text(`Both interfaces send ${protocol} packets.`, `两端接口均发送 ${protocol} 报文。`)
      : text(
          `${silent.intent.name} of ${silent.deviceName} is silent: it sends no ${protocol} packets.`,
          `${silent.deviceName} 的 ${silent.intent.name} 为静默接口，不发送 ${protocol} 报文。`,
        ),
  )
}

/** @param routers all on the segment, more than the two that type p2p is for */
export function crowdFact(
  [a, b]: readonly [AdjacencyEnd, AdjacencyEnd],
  routers: number,
  records: readonly RecordId[],
): Fact {
  return fact('network-type', 'no', records, () => {
    const ends = `${a.deviceName} ${a.intent.name} – ${b.deviceName} ${b.intent.name}`
    return text(
      `${routers} routers share the segment of ${ends}; type p2p needs exactly two.`,
      `${ends} 所在网段有 ${routers} 台路由器；p2p 类型只允许两台。`,
    )
  })
}

import { networkOf } from '@weft/net'
import type { InterfaceIntent, IsisInterfaceIntent, IsisProcessIntent } from '../intent'
import { text } from '../model'
import { crowdFact, endsAgree, portsUp, silentFact } from './adjacency-facts'
import type { Fact } from './facts'
import { fact } from './facts'

/** One end of a possible IS-IS adjacency. */
export type IsisEnd = {
  readonly deviceName: string
  readonly intent: InterfaceIntent
  readonly terms: IsisInterfaceIntent
  readonly process: IsisProcessIntent | undefined
  readonly up: boolean
}

/** Levels an interface seeks neighbours in: those of the process that the circuit has too. */
export function circuitLevels(
  process: IsisProcessIntent | undefined,
  { level }: IsisInterfaceIntent,
): readonly (1 | 2)[] {
  return ([1, 2] as const).filter(
    (each) => hasLevel(process?.level ?? 'level-1-2', each) && hasLevel(level ?? 'level-1-2', each),
  )
}

function hasLevel(levels: IsisProcessIntent['level'], level: 1 | 2): boolean {
  return levels === 'level-1-2' || levels === `level-${level}`
}

/** A network entity is the area, six bytes of system ID and a selector. */
export function areaAddressOf(networkEntity: string): string {
  return networkEntity.split('.').slice(0, -4).join('.')
}
export function systemIdOf(networkEntity: string): string {
  return networkEntity.split('.').slice(-4, -1).join('.')
}

/**
 * What two IS-IS interfaces on one segment need to become neighbours. Timers may differ.
 *
 * @param others IS-IS interfaces on the segment besides these two
 * @source routing.md D3, D6 item 4
 */
export function isisAdjacencyFacts(a: IsisEnd, b: IsisEnd, others: number): readonly Fact[] {
  const records = [...a.intent.because, ...b.intent.because]
  const ends = [a, b] as const
  const meeting = { ends, records }
  const facts = [portsUp(ends, records)]
  const [subnetA, subnetB] = [subnetOf(a), subnetOf(b)]
  if (subnetA !== undefined && subnetB !== undefined)
    facts.push(endsAgree('subnet', meeting, [subnetA, subnetB, text('subnet', '网段')]))
  facts.push(
    endsAgree('network-type', meeting, [
      a.terms.circuitType.value,
      b.terms.circuitType.value,
      text('IS-IS circuit type', 'IS-IS 链路类型'),
    ]),
    levelFact(a, b, records),
    entityFact(a, b, records),
  )
  if (!(a.terms.ipv4 && b.terms.ipv4) && !(a.terms.ipv6 && b.terms.ipv6)) {
    facts.push(
      fact('family', 'no', records, () => {
        const where = `${a.deviceName} ${a.intent.name} – ${b.deviceName} ${b.intent.name}`
        return text(`The ends of ${where} carry no version of IP in common.`, `${where} 两端没有共同的 IP 版本。`)
      }),
    )
  }
  facts.push(
    silentFact(
      records,
      ends.find(({ terms }) => terms.silent),
      'IS-IS',
    ),
  )
  if (others > 0 && ends.some(({ terms }) => terms.circuitType.value === 'p2p')) {
    facts.push(crowdFact(ends, others + 2, records))
  }
  return facts
}

/** Level 1 needs one area, level 2 does not; one common level is enough. */
function levelFact(a: IsisEnd, b: IsisEnd, records: Fact['records']): Fact {
  const [levelsA, levelsB] = [circuitLevels(a.process, a.terms), circuitLevels(b.process, b.terms)]
  const common = levelsA.filter((level) => levelsB.includes(level))
  const areas = [a, b].map(({ process }) => areaAddressOf(process?.networkEntity?.value ?? ''))
  const usable = common.filter((level) => level === 2 || areas[0] === areas[1])
  if (usable.length > 0) {
    const levels = usable.join(' and ')
    return fact('level', 'yes', records, () =>
      text(`Both ends are neighbours in level ${levels}.`, `两端在 Level-${usable.join('、')} 建立邻居。`),
    )
  }
  return fact('level', 'no', records, () =>
    common.length === 0
      ? text(
          `${a.deviceName} is in level ${levelsA.join(' and ')}, ${b.deviceName} in level ${levelsB.join(' and ')}: none in common.`,
          `${a.deviceName} 为 Level-${levelsA.join('、')}，${b.deviceName} 为 Level-${levelsB.join('、')}，没有共同级别。`,
        )
      : text(
          `Level-1 neighbours need one area; ${a.deviceName} is in ${areas[0]}, ${b.deviceName} in ${areas[1]}.`,
          `Level-1 邻居须在同一区域；${a.deviceName} 在 ${areas[0]}，${b.deviceName} 在 ${areas[1]}。`,
        ),
  )
}

function entityFact(a: IsisEnd, b: IsisEnd, records: Fact['records']): Fact {
  const without = [a, b].find(({ process }) => process?.networkEntity === undefined)
  if (without !== undefined) {
    return fact('router-id', 'no', records, () =>
      text(
        `${without.deviceName} has no network entity, so its IS-IS does nothing.`,
        `${without.deviceName} 没有网络实体名称（NET），IS-IS 不工作。`,
      ),
    )
  }
  const [one, other] = [a, b].map(({ process }) => systemIdOf(process?.networkEntity?.value ?? ''))
  return fact('router-id', one === other ? 'no' : 'yes', records, () =>
    one === other
      ? text(
          `${a.deviceName} and ${b.deviceName} have the same system ID ${one}.`,
          `${a.deviceName} 与 ${b.deviceName} 的 System ID 同为 ${one}。`,
        )
      : text(`The system IDs differ: ${one} and ${other}.`, `System ID 不同：${one} 与 ${other}。`),
  )
}

/** Absent where IPv4 is not carried or the address is borrowed: then there is nothing to compare. */
function subnetOf({ intent, terms }: IsisEnd): string | undefined {
  const primary = intent.ipv4[0]?.value
  return terms.ipv4 && primary !== undefined ? networkOf(primary) : undefined
}

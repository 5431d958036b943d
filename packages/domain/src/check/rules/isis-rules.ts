import type { InterfaceIntent, IsisInterfaceIntent, IsisProcessIntent } from '../../intent'
import type { Device, RecordId } from '../../model'
import { text } from '../../model'
import { areaAddressOf, circuitLevels, systemIdOf, understand } from '../../reach'
import { subjectOf } from '../addresses'
import type { RuleContext } from '../context'
import { followUnderlay, processFollowsUnderlay } from '../igp-fixes'
import type { Rule, Violation } from '../rule'

type IsisEnd = {
  readonly item: InterfaceIntent
  readonly terms: IsisInterfaceIntent
  readonly device: Device
  readonly process: IsisProcessIntent
}
type IsisLink = { readonly id: RecordId; readonly ends: readonly [IsisEnd, IsisEnd] }

/** Links whose both ends run IS-IS. */
function* isisLinks(context: RuleContext): Iterable<IsisLink> {
  for (const { id, ends } of context.layer3Links) {
    const [a, b] = [endOf(context, ends[0]), endOf(context, ends[1])]
    if (a !== undefined && b !== undefined) yield { id, ends: [a, b] }
  }
}

function endOf({ intent }: RuleContext, item: InterfaceIntent): IsisEnd | undefined {
  const { isis: terms } = item
  const device = terms && intent.devices.get(item.deviceId)
  const process = device?.isis.find(({ underlayId }) => underlayId === terms?.underlayId)
  return terms === undefined || device === undefined || process === undefined
    ? undefined
    : { item, terms, device: device.device, process }
}

function subjects({ id, ends: [a, b] }: IsisLink): Violation['subjects'] {
  return [id, subjectOf(a.item), subjectOf(b.item)]
}

const noEntity: Rule = {
  id: 'isis/no-network-entity',
  perDevice: true,
  severity: 'error',
  title: text('IS-IS without a network entity', 'IS-IS 没有网络实体名称'),
  why: text(
    'Without a network entity title the process does not start: no neighbour, no route.',
    '没有网络实体名称（NET）的进程不会启动：没有邻居，也没有路由。',
  ),
  remedy: text(
    'Give the device a router ID, which the network entity is made of, or a network entity of its own.',
    '请为设备配置 Router ID（用于生成 NET），或单独指定 NET。',
  ),
  source: 'CR "isis"; CR "network-entity"',
  offersFix: true,
  *run({ devices }) {
    for (const { device, isis, routerId } of devices) {
      for (const { underlayId, processId, networkEntity } of isis) {
        if (networkEntity !== undefined) continue
        yield {
          subjects: [device.id, underlayId],
          what: text(
            `IS-IS ${processId} of ${device.name} has no network entity`,
            `${device.name} 的 IS-IS ${processId} 没有网络实体名称`,
          ),
          ...(routerId === undefined ? {} : processFollowsUnderlay([device], underlayId, 'networkEntity')),
        }
      }
    }
  },
}

const systemIdDuplicate: Rule = {
  id: 'isis/system-id-duplicate',
  wide: ['igp'],
  words: ['names'],
  severity: 'error',
  title: text('One IS-IS system ID twice', 'IS-IS System ID 重复'),
  why: text(
    'Routers with one system ID are no neighbours, and elsewhere overwrite each other’s LSPs.',
    'System ID 相同的设备不能建立邻居，并会互相覆盖 LSP。',
  ),
  remedy: text(
    'Give each device a router ID, or a network entity, of its own.',
    '请为每台设备配置唯一的 Router ID 或 NET。',
  ),
  source: 'CR "network-entity"',
  *run({ devices }) {
    const first = new Map<string, Device>()
    for (const { device, isis } of devices) {
      for (const { underlayId, networkEntity } of isis) {
        if (networkEntity === undefined) continue
        const systemId = systemIdOf(networkEntity.value)
        const known = first.get(`${underlayId} ${systemId}`)
        if (known === undefined) first.set(`${underlayId} ${systemId}`, device)
        else {
          yield {
            subjects: [underlayId, known.id, device.id],
            what: text(
              `${known.name} and ${device.name} have system ID ${systemId}`,
              `${known.name} 与 ${device.name} 的 System ID 均为 ${systemId}`,
            ),
          }
        }
      }
    }
  },
}

const levelsDiffer: Rule = {
  id: 'isis/levels-differ',
  severity: 'error',
  title: text('No IS-IS level in common on a link', '链路两端没有共同的 IS-IS 级别'),
  why: text(
    'Level-1 neighbours need one area, and a level-1 router has no level-2 neighbours.',
    'Level-1 邻居须在同一区域；Level-1 设备没有 Level-2 邻居。',
  ),
  remedy: text(
    'Let both ends have a level in common, and for level 1 one area.',
    '请让两端有共同的级别；Level-1 还须在同一区域。',
  ),
  source: 'CR "is-level"; CR "isis circuit-level"',
  offersFix: true,
  *run(context) {
    for (const link of isisLinks(context)) {
      const [a, b] = link.ends
      const areas = link.ends.map(({ process }) => areaAddressOf(process.networkEntity?.value ?? ''))
      const meet = (ofEnd: (end: IsisEnd) => readonly (1 | 2)[]): boolean =>
        ofEnd(a).some((level) => ofEnd(b).includes(level) && (level === 2 || areas[0] === areas[1]))
      if (meet(({ process, terms }) => circuitLevels(process, terms))) continue
      const [levelsA, levelsB] = link.ends.map((end) => circuitLevels(end.process, end.terms).join('/') || '-')
      const [labelA, labelB] = [context.label(a.item), context.label(b.item)]
      const withoutCircuit = meet(({ process, terms }) => circuitLevels(process, { ...terms, level: undefined }))
      yield {
        subjects: subjects(link),
        what: text(
          `${labelA} is in level ${levelsA} of area ${areas[0]}, ${labelB} in level ${levelsB} of area ${areas[1]}`,
          `${labelA} 在区域 ${areas[0]} 的 Level ${levelsA}，${labelB} 在区域 ${areas[1]} 的 Level ${levelsB}`,
        ),
        ...(withoutCircuit ? followUnderlay(context, { ends: [a.item, b.item], part: 'isis', fields: ['level'] }) : {}),
      }
    }
  },
}

const costStylesDiffer: Rule = {
  id: 'isis/cost-styles-differ',
  severity: 'error',
  title: text('IS-IS cost styles that do not understand each other', 'IS-IS 开销类型不兼容'),
  why: text(
    'The neighbours are up, yet neither learns routes of the other: costs are sent in a form the other end does not read.',
    '邻居可以建立，但学不到对方的路由：对端不识别其发送的开销格式。',
  ),
  remedy: text('Use one cost style, best wide, on both devices.', '请在两台设备上使用相同的开销类型，最好是 wide。'),
  source: 'CR "cost-style"',
  offersFix: true,
  *run(context) {
    for (const link of isisLinks(context)) {
      const [a, b] = link.ends
      if (understand(a.process, b.process)) continue
      const own = link.ends.filter(({ process }) => process.costStyle.from === 'given')
      const says = ({ device, process }: IsisEnd, is: string): string => `${device.name}${is}${process.costStyle.value}`
      yield {
        subjects: subjects(link),
        what: text(`${says(a, ' has ')}, ${says(b, ' has ')}`, `${says(a, ' 为 ')}，${says(b, ' 为 ')}`),
        ...(a.process.underlayId === b.process.underlayId && own.length === 1
          ? processFollowsUnderlay(
              own.map(({ device }) => device),
              a.process.underlayId,
              'costStyle',
            )
          : {}),
      }
    }
  },
}

const circuitTypesDiffer: Rule = {
  id: 'isis/circuit-types-differ',
  severity: 'error',
  title: text('IS-IS circuit types differ on a link', '链路两端 IS-IS 链路类型不同'),
  why: text(
    'A broadcast and a p2p end send different Hello packets and do not hear each other.',
    'broadcast 端与 p2p 端发送的 Hello 报文不同，互不识别。',
  ),
  remedy: text('Use one circuit type on both ends.', '请在两端使用相同的链路类型。'),
  source: 'CR "isis circuit-type"',
  offersFix: true,
  *run(context) {
    for (const link of isisLinks(context)) {
      const [a, b] = link.ends
      const [first, second] = [a.terms.circuitType.value, b.terms.circuitType.value]
      if (first === second) continue
      const own = link.ends.filter(({ terms }) => terms.circuitType.from === 'given').map(({ item }) => item)
      yield {
        subjects: subjects(link),
        what: text(
          `${context.label(a.item)} is ${first}, ${context.label(b.item)} is ${second}`,
          `${context.label(a.item)} 为 ${first}，${context.label(b.item)} 为 ${second}`,
        ),
        ...(own.length === 1 ? followUnderlay(context, { ends: own, part: 'isis', fields: ['circuitType'] }) : {}),
      }
    }
  },
}

export const isisRules: readonly Rule[] = [
  noEntity,
  systemIdDuplicate,
  levelsDiffer,
  costStylesDiffer,
  circuitTypesDiffer,
]

import { centresOf, mostMeshed, mostSessions, pairKey } from '../../expand'
import type { BgpSessionIntent } from '../../intent'
import type { DeviceId, NetworkRecord, Overlay, RecordId } from '../../model'
import { text } from '../../model'
import type { RuleContext } from '../context'
import { nameOf, recordOf } from '../context'
import { setFields } from '../fixes'
import type { Rule } from '../rule'

/** Names in one finding; more than these nobody reads. */
const mostNamed = 8

const centreWords = { ibgp: { en: 'reflector', zh: '路由反射器' }, ebgp: { en: 'hub', zh: '中心设备' } } as const

const centreNotMember: Rule = {
  id: 'overlay/centre-not-member',
  wide: ['definitions', 'loopbacks', 'roles'],
  words: ['names'],
  severity: 'error',
  title: text('A reflector or hub outside its overlay', '路由反射器或中心设备不在 Overlay 中'),
  why: text(
    'Sessions run between members only, so nobody peers with a reflector or hub that is none.',
    '会话仅在成员之间建立，不是成员的路由反射器或中心设备没有任何会话。',
  ),
  remedy: text('Add it to the members, or name another.', '请将其加入成员，或另选设备。'),
  source: 'inferred: an overlay joins its members',
  offersFix: true,
  *run(context) {
    for (const { overlay, plan } of context.overlayPlans) {
      for (const id of plan.strangers) {
        const words = centreWords[overlay.kind]
        const name = nameOf(context, id)
        yield {
          subjects: [overlay.id, id],
          what: text(
            `${name} is a ${words.en} of ${nameOf(context, overlay.id)}, but no member of it`,
            `${name} 是 ${nameOf(context, overlay.id)} 的${words.zh}，但不是其成员`,
          ),
          fix: setFields(text(`Make ${name} a member`, `将 ${name} 加入成员`), overlay.id, {
            deviceIds: [...(overlay.deviceIds ?? []), id],
          }),
        }
      }
    }
  },
}

const sourceMissing: Rule = {
  id: 'overlay/source-missing',
  wide: ['definitions', 'loopbacks', 'roles'],
  words: ['names'],
  severity: 'error',
  title: text('A member without the LoopBack of its overlay', '成员缺少 Overlay 所用的 LoopBack'),
  why: text(
    'Sessions of an overlay run between LoopBacks, so a member without one has no session.',
    'Overlay 会话在 LoopBack 之间建立，没有该接口的成员不会有会话。',
  ),
  remedy: text('Add the LoopBack, or take the device out of the overlay.', '请添加 LoopBack，或将设备移出 Overlay。'),
  source: 'CG "Configuring a BGP RR": IBGP peers use loopback interfaces',
  offersFix: true,
  *run(context) {
    for (const { overlay, plan } of context.overlayPlans) {
      for (const deviceId of plan.withoutSource) {
        const name = `LoopBack${overlay.loopback ?? 0}`
        const device = nameOf(context, deviceId)
        const id: RecordId = `interface:${deviceId.slice('device:'.length).slice(0, 40)}.${name}`
        // The name is the spelling of a device.
        const record = { id, deviceId, name } as NetworkRecord
        yield {
          subjects: [overlay.id, deviceId],
          what: text(
            `${device} is in ${nameOf(context, overlay.id)} and has no ${name}`,
            `${device} 在 ${nameOf(context, overlay.id)} 中，但没有 ${name}`,
          ),
          ...(recordOf(context, id) !== undefined
            ? {}
            : {
                fix: {
                  label: text(`Add ${name} to ${device}`, `在 ${device} 上添加 ${name}`),
                  command: { kind: 'record.create', record } as const,
                },
              }),
        }
      }
    }
  },
}

const joinsNobody: Rule = {
  id: 'overlay/joins-nobody',
  wide: ['definitions', 'loopbacks', 'roles'],
  words: ['names'],
  severity: 'warning',
  title: text('An overlay without sessions', 'Overlay 没有会话'),
  why: text(
    'An overlay of one device, or one that lost its reflectors or hubs, stands for no session.',
    '仅有一台设备，或失去全部路由反射器或中心设备的 Overlay 不产生任何会话。',
  ),
  remedy: text('Add members and reflectors or hubs, or delete it.', '请添加成员和路由反射器或中心设备，或将其删除。'),
  source: 'inferred: a session has two ends',
  offersFix: true,
  *run(context) {
    for (const { overlay, plan } of context.overlayPlans) {
      const isAlone = plan.members.length < 2
      if (!isAlone && centresOf(overlay)?.length !== 0) continue
      const name = nameOf(context, overlay.id)
      const words = centreWords[overlay.kind]
      yield {
        subjects: [overlay.id, ...plan.members.slice(0, 1)],
        what: isAlone
          ? text(`${name} has fewer than two members`, `${name} 的成员少于两个`)
          : text(`${name} has no ${words.en}`, `${name} 没有${words.zh}`),
        fix: {
          label: text('Delete the overlay', '删除该 Overlay'),
          command: { kind: 'records.delete', ids: [overlay.id] },
        },
      }
    }
  },
}

const meshTooLarge: Rule = {
  id: 'overlay/mesh-too-large',
  wide: ['definitions', 'loopbacks', 'roles'],
  words: ['names'],
  severity: 'error',
  title: text('An overlay of too many sessions', 'Overlay 的会话过多'),
  why: text(
    `Without reflectors or hubs each member peers with each. Of more than ${mostMeshed} members that is not expanded, nor is an overlay of more than ${mostSessions} sessions.`,
    `没有路由反射器或中心设备时，成员两两互联。成员超过 ${mostMeshed} 个或会话超过 ${mostSessions} 个时不展开。`,
  ),
  remedy: text('Name route reflectors or hubs, and few of them.', '请指定少量路由反射器或中心设备。'),
  source: 'CG "Configuring a BGP RR": reflectors replace the full mesh',
  *run(context) {
    for (const { overlay, plan } of context.overlayPlans) {
      const { tooMany, members } = plan
      if (tooMany === undefined) continue
      yield {
        subjects: [overlay.id],
        what: text(
          `${nameOf(context, overlay.id)} would be ${tooMany} sessions between ${members.length} members`,
          `${nameOf(context, overlay.id)} 的 ${members.length} 个成员之间将有 ${tooMany} 个会话`,
        ),
      }
    }
  },
}

type AsWords = { readonly kind: Overlay['kind']; readonly type: 'ibgp' | 'ebgp' }

/** Members of each overlay of the kind whose sessions turn out to be of the other type. */
function* misplaced(context: RuleContext, { kind, type }: AsWords) {
  const found = new Map<Overlay['id'], Set<DeviceId>>()
  const isOfType = (session: BgpSessionIntent): boolean => session.type === type && session.peeringId !== undefined
  for (const { peering, device } of Object.values(context.network.overlays).some((each) => each.kind === kind)
    ? context.sessionsThat(isOfType)
    : []) {
    const overlay = peering?.overlayId === undefined ? undefined : context.network.overlays[peering.overlayId]
    if (overlay === undefined || overlay.kind !== kind) continue
    found.set(overlay.id, (found.get(overlay.id) ?? new Set()).add(device.device.id))
  }
  for (const [id, devices] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const ids = [...devices].sort()
    const names = ids.slice(0, mostNamed).map((each) => nameOf(context, each))
    const more = ids.length > mostNamed ? ' …' : ''
    yield {
      subjects: [id, ...ids.slice(0, mostNamed)] as const,
      name: nameOf(context, id),
      devices: names.join(', ') + more,
    }
  }
}

const acrossAs: Rule = {
  id: 'overlay/ibgp-across-as',
  wide: ['bgp', 'definitions'],
  words: ['names'],
  severity: 'error',
  title: text('An IBGP overlay across AS numbers', 'IBGP Overlay 跨越多个 AS'),
  why: text(
    'Peers of different AS numbers have EBGP sessions: no route is reflected between them.',
    'AS 号不同的对等体之间是 EBGP 会话，不会反射路由。',
  ),
  remedy: text(
    'Give the members one AS number, or make it an EBGP overlay.',
    '请为成员配置相同的 AS 号，或改为 EBGP Overlay。',
  ),
  source: 'CR "peer as-number": the numbers decide the type of the session',
  *run(context) {
    for (const { subjects, name, devices } of misplaced(context, { kind: 'ibgp', type: 'ebgp' })) {
      yield {
        subjects,
        what: text(
          `${name} joins devices of different AS numbers: ${devices}`,
          `${name} 连接了 AS 号不同的设备：${devices}`,
        ),
      }
    }
  },
}

const insideAs: Rule = {
  id: 'overlay/ebgp-inside-as',
  wide: ['bgp', 'definitions'],
  words: ['names'],
  severity: 'error',
  title: text('An EBGP overlay inside one AS', 'EBGP Overlay 位于同一 AS 内'),
  why: text(
    'Peers of one AS have IBGP sessions: a hub does not pass routes of one on to the other.',
    'AS 号相同的对等体之间是 IBGP 会话，中心设备不会在它们之间传递路由。',
  ),
  remedy: text(
    'Give the hubs another AS number, or make it an IBGP overlay.',
    '请为中心设备配置其他 AS 号，或改为 IBGP Overlay。',
  ),
  source: 'CR "peer as-number": the numbers decide the type of the session',
  *run(context) {
    for (const { subjects, name, devices } of misplaced(context, { kind: 'ebgp', type: 'ibgp' })) {
      yield {
        subjects,
        what: text(`${name} joins devices of one AS number: ${devices}`, `${name} 连接了 AS 号相同的设备：${devices}`),
      }
    }
  },
}

const overlap: Rule = {
  id: 'overlay/contradiction',
  wide: ['definitions', 'loopbacks', 'roles'],
  words: ['names'],
  severity: 'error',
  title: text('Two overlays want different sessions of one pair', '两个 Overlay 对同一对设备的要求不同'),
  why: text(
    'Two devices have one session between two LoopBacks; only what the first overlay says of it is configured.',
    '两台设备的一对 LoopBack 之间只有一个会话，只按第一个 Overlay 的要求配置。',
  ),
  remedy: text(
    'Make type, families and reflectors the same, or take the devices out of one.',
    '请统一类型、地址族和路由反射器，或将设备移出其中一个。',
  ),
  source: 'inferred: a device has one peer per address and process',
  *run(context) {
    const first = new Map<string, Wanted>()
    const found = new Map<string, { readonly ids: readonly [RecordId, RecordId]; readonly pairs: string[] }>()
    for (const { overlay, plan } of context.overlayPlans) {
      for (const { ends, isServed } of plan.pairs) {
        const key = `${pairKey(ends)} ${overlay.loopback ?? 0} ${overlay.instance ?? ''}`
        const wanted = { overlay, server: isServed ? ends[1] : undefined }
        const known = first.get(key)
        if (known === undefined) first.set(key, wanted)
        if (known === undefined || sameSession(known, wanted)) continue
        const both = `${known.overlay.id} ${overlay.id}`
        const group = found.get(both) ?? { ids: [known.overlay.id, overlay.id], pairs: [] }
        found.set(both, group)
        group.pairs.push(ends.map((id) => nameOf(context, id)).join(' – '))
      }
    }
    for (const { ids, pairs } of found.values()) {
      const [one, other] = ids.map((id) => nameOf(context, id))
      const more = pairs.length > mostNamed ? ' …' : ''
      const shown = pairs.slice(0, mostNamed).join(', ') + more
      yield {
        subjects: ids,
        what: text(`${one} and ${other} differ over ${shown}`, `${one} 与 ${other} 对 ${shown} 的要求不同`),
      }
    }
  },
}

/** What an overlay wants of a pair, and which of the two reflects for the other. */
type Wanted = { readonly overlay: Overlay; readonly server: DeviceId | undefined }

function sameSession(a: Wanted, b: Wanted): boolean {
  const families = ({ overlay }: Wanted): string => [...overlay.families].sort().join()
  return a.overlay.kind === b.overlay.kind && a.server === b.server && families(a) === families(b)
}

export const overlayRules: readonly Rule[] = [
  centreNotMember,
  sourceMissing,
  joinsNobody,
  meshTooLarge,
  acrossAs,
  insideAs,
  overlap,
]

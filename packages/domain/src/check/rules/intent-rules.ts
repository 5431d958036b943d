import type { InterfaceIntent } from '../../intent'
import type { RecordId, Underlay } from '../../model'
import { byId, recordName, text } from '../../model'
import type { RuleContext } from '../context'
import type { Rule } from '../rule'

/** More names than a sentence holds are left out. */
const mostNamed = 3

type Clash = { readonly ids: readonly [RecordId, RecordId]; readonly isOne: boolean; readonly links: RecordId[] }

const twoUnderlays: Rule = {
  id: 'underlay/contradiction',
  wide: ['cables', 'definitions', 'settings'],
  severity: 'warning',
  title: text('Two underlays over the same links', '两个 underlay 使用相同链路'),
  why: text(
    'An interface is in one process of a protocol: of two underlays of one kind the first by id has it. Two protocols over the same links announce every LoopBack twice, and only the better preference counts.',
    '一个接口只属于同一协议的一个进程：同类 underlay 中 id 最小者生效。两种协议同时运行于相同链路时，环回口被重复发布，仅优先级高者生效。',
  ),
  remedy: text(
    'Take the devices out of one underlay, or say on the interfaces which one they belong to.',
    '请将设备移出其中一个 underlay，或在接口上指定所属 underlay。',
  ),
  source: 'CR "ospf enable (interface view)": one process; inferred for two protocols',
  *run(context) {
    const { network } = context
    const underlays = Object.values(network.underlays).sort(byId)
    if (underlays.length < 2) return
    const members = new Map(underlays.map(({ id, deviceIds }) => [id, new Set<string>(deviceIds)]))
    const found = new Map<string, Clash>()
    for (const { id: link, ends } of context.layer3Links) {
      const around = underlays.filter(({ id }) => ends.every(({ deviceId }) => members.get(id)?.has(deviceId)))
      const first = new Map<Underlay['kind'], Underlay>()
      const clash = (one: Underlay, other: Underlay): void => {
        const key = `${one.id} ${other.id}`
        const known = found.get(key) ?? { ids: [one.id, other.id], isOne: one.kind === other.kind, links: [] }
        found.set(key, known)
        known.links.push(link)
      }
      for (const underlay of around) {
        if (!ends.every((end) => isMeant(context, underlay, end))) continue
        const same = first.get(underlay.kind)
        if (same === undefined) first.set(underlay.kind, underlay)
        else clash(same, underlay)
      }
      const [one, ...others] = [...first.values()].filter((underlay) => ends.every((end) => carriesIpv4(underlay, end)))
      for (const other of others) if (one !== undefined) clash(one, other)
    }
    for (const { ids, isOne, links } of found.values()) {
      const [one, other] = ids.map((id) => recordName(network, id))
      const named = links.slice(0, mostNamed)
      const shown = named.map((id) => recordName(network, id)).join(', ') + (links.length > mostNamed ? ' …' : '')
      yield {
        subjects: [...ids, ...named],
        severity: isOne ? 'error' : 'warning',
        what: text(
          `${one} and ${other} both have ${links.length === 1 ? 'the link' : `${links.length} links`}: ${shown}`,
          `${one} 与 ${other} 都包含${links.length === 1 ? '链路' : `以下 ${links.length} 条链路`}：${shown}`,
        ),
      }
    }
  },
}

/** Whether nobody said otherwise for the interface or its device. */
function isMeant({ network }: RuleContext, underlay: Underlay, end: InterfaceIntent): boolean {
  if (end.outsideUnderlay) return false
  if (underlay.kind === 'ebgp') return end.vrfId === undefined
  const own = end.interfaceId === undefined ? undefined : network.interfaces[end.interfaceId]?.[underlay.kind]
  const says = underlay.kind === 'ospf' && network.devices[end.deviceId]?.ospfNetworks !== undefined
  return end.vrfId === underlay.vrfId && own?.underlayId === undefined && !says
}

function carriesIpv4(underlay: Underlay, end: InterfaceIntent): boolean {
  switch (underlay.kind) {
    case 'ebgp':
      return true
    case 'ospf':
      return end.ospf !== undefined
    case 'isis':
      return end.isis?.ipv4 === true
    case 'ospfv3':
      return false
  }
}

export const intentRules: readonly Rule[] = [twoUnderlays]

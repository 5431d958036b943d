import type { Peering, PeeringEnd } from '../../model'
import { text } from '../../model'
import type { RuleContext } from '../context'
import { remove, setEnd } from '../fixes'
import type { Rule } from '../rule'
import type { SessionView } from '../session-views'
import { at } from './bgp-peer-rules'

/** Hops an EBGP side has to allow; undefined where the neighbours are directly connected or the distance is open. */
function neededHops(context: RuleContext, { session, source, otherDevice }: SessionView): number | undefined {
  if (session.type !== 'ebgp' || session.remoteAddress === undefined) return undefined
  const remoteUse =
    otherDevice === undefined
      ? undefined
      : context.addresses.onDevice(otherDevice.device.id, session.remoteAddress.value)[0]
  const overLoopback = source?.kind === 'loopback' || remoteUse?.interface.kind === 'loopback'
  const distance = session.hopDistance ?? 1
  return overLoopback ? Math.max(2, distance) : distance > 1 ? distance : undefined
}

function computed(peering: Peering, side: 0 | 1, needed: number) {
  return setEnd(text(`Allow ${needed} hops`, `允许 ${needed} 跳`), { peering, side }, { ebgpMaxHop: undefined })
}

const hopsMissing: Rule = {
  id: 'bgp/ebgp-hops-missing',
  severity: 'error',
  title: text('EBGP without enough hops', 'EBGP 会话跳数不足'),
  why: text(
    'EBGP to a LoopBack, even of a neighbour, is not direct: without ebgp-max-hop of at least 2 the session cannot be established.',
    '以环回口建立的 EBGP 会话（即使相邻）不是直连，ebgp-max-hop 小于 2 时无法建立。',
  ),
  remedy: text('Set ebgp-max-hop on both ends.', '请在两端配置 ebgp-max-hop。'),
  source: 'CR "peer ebgp-max-hop (BGP view) (IPv4)"; CR "peer connect-interface (BGP view)(IPv4)"',
  offersFix: true,
  *run(context) {
    for (const view of context.peeredSessions) {
      const { session, peering } = view
      const needed = neededHops(context, view)
      const allowed = session.ebgpMaxHop?.value ?? 1
      if (needed === undefined || allowed >= needed || session.validTtlHops !== undefined || peering === undefined)
        continue
      const { name } = view.device.device
      yield {
        ...at(view),
        what:
          session.ebgpMaxHop === undefined
            ? text(
                `${name}: EBGP to ${view.remoteName} is not direct and has no ebgp-max-hop (${needed} needed)`,
                `${name}：到 ${view.remoteName} 的 EBGP 非直连，且未配置 ebgp-max-hop（需要 ${needed}）`,
              )
            : text(
                `${name}: ebgp-max-hop ${allowed} toward ${view.remoteName}, ${needed} needed`,
                `${name}：到 ${view.remoteName} 的 ebgp-max-hop 为 ${allowed}，需要 ${needed}`,
              ),
        fix: computed(peering, session.side, needed),
      }
    }
  },
}

const hopsOneSided: Rule = {
  id: 'bgp/ebgp-hops-one-sided',
  severity: 'error',
  title: text('ebgp-max-hop on one end only', '仅一端配置 ebgp-max-hop'),
  why: text('When one end uses the command the other end has to use it too.', '一端使用该命令时，另一端也必须使用。'),
  remedy: text('Set it on both ends, or on none.', '请两端都配置，或都不配置。'),
  source: 'CR "peer ebgp-max-hop (BGP view) (IPv4)"',
  offersFix: true,
  *run(context) {
    for (const view of context.peeredSessions) {
      const { session, other, peering } = view
      if (session.type !== 'ebgp' || peering === undefined || other === undefined) continue
      if (session.ebgpMaxHop !== undefined || other.ebgpMaxHop === undefined || session.validTtlHops !== undefined)
        continue
      if (neededHops(context, view) !== undefined) continue
      yield {
        ...at(view),
        what: text(
          `${view.remoteName} allows ${other.ebgpMaxHop.value} hops, ${view.device.device.name} has no ebgp-max-hop`,
          `${view.remoteName} 允许 ${other.ebgpMaxHop.value} 跳，而 ${view.device.device.name} 未配置 ebgp-max-hop`,
        ),
        fix: setEnd(
          text(`Allow ${other.ebgpMaxHop.value} hops`, `允许 ${other.ebgpMaxHop.value} 跳`),
          { peering, side: session.side },
          { ebgpMaxHop: other.ebgpMaxHop.value },
        ),
      }
    }
  },
}

const hopsOnIbgp: Rule = {
  id: 'bgp/ebgp-hops-on-ibgp',
  severity: 'error',
  title: text('ebgp-max-hop on an IBGP peer', 'IBGP 对等体配置了 ebgp-max-hop'),
  why: text('IBGP peers do not support the command.', 'IBGP 对等体不支持该命令。'),
  remedy: text('Remove the hop count.', '请删除跳数配置。'),
  source: 'CG "Configuring a BGP Peer"',
  offersFix: true,
  *run({ peeredSessions }) {
    for (const view of peeredSessions) {
      const { session, peering, end } = view
      if (session.type !== 'ibgp' || peering === undefined || typeof end?.ebgpMaxHop !== 'number') continue
      yield {
        ...at(view),
        what: text(
          `${view.device.device.name}: ebgp-max-hop ${end.ebgpMaxHop} toward IBGP peer ${view.remoteName}`,
          `${view.device.device.name}：对 IBGP 对等体 ${view.remoteName} 配置了 ebgp-max-hop ${end.ebgpMaxHop}`,
        ),
        fix: setEnd(remove('ebgp-max-hop'), { peering, side: session.side }, { ebgpMaxHop: undefined }),
      }
    }
  },
}

const hopsRange: Rule = {
  id: 'bgp/hops-range',
  severity: 'error',
  title: text('Hop count out of range', '跳数超出范围'),
  why: text('ebgp-max-hop and valid-ttl-hops take 1 to 255.', 'ebgp-max-hop 和 valid-ttl-hops 的取值范围为 1 到 255。'),
  remedy: text('Use 1 to 255.', '请使用 1 到 255。'),
  source: 'CR "peer ebgp-max-hop (BGP view) (IPv4)"; CR "peer valid-ttl-hops (BGP view)"',
  offersFix: true,
  *run({ peeredSessions }) {
    for (const view of peeredSessions) {
      const { session, peering, end } = view
      if (peering === undefined || end === undefined) continue
      for (const field of ['ebgpMaxHop', 'validTtlHops'] as const) {
        const value = end[field]
        if (typeof value !== 'number' || (value >= 1 && value <= 255)) continue
        const command = field === 'ebgpMaxHop' ? 'ebgp-max-hop' : 'valid-ttl-hops'
        yield {
          ...at(view),
          key: field,
          what: text(
            `${view.device.device.name}: ${command} ${value} toward ${view.remoteName} is not 1 to 255`,
            `${view.device.device.name}：到 ${view.remoteName} 的 ${command} ${value} 不在 1 到 255 之间`,
          ),
          fix: setEnd(remove(command), { peering, side: session.side }, fieldAway(field)),
        }
      }
    }
  },
}

function fieldAway(field: 'ebgpMaxHop' | 'validTtlHops'): Partial<PeeringEnd> {
  return field === 'ebgpMaxHop' ? { ebgpMaxHop: undefined } : { validTtlHops: undefined }
}

const hopsUnlimited: Rule = {
  id: 'bgp/ebgp-hops-unlimited',
  severity: 'info',
  title: text('ebgp-max-hop 255', 'ebgp-max-hop 为 255'),
  why: text(
    '255 is what the command means without a number; the real distance protects better.',
    '不带参数时即为 255，使用实际跳数更安全。',
  ),
  remedy: text('Use the number of links between the devices.', '请使用设备之间的实际链路数。'),
  source: 'undocumented as advice; CG "Example for Configuring BFD for BGP"',
  offersFix: true,
  *run({ peeredSessions }) {
    for (const view of peeredSessions) {
      const { session, peering, end } = view
      if (
        peering === undefined ||
        session.type !== 'ebgp' ||
        end?.ebgpMaxHop !== 255 ||
        session.hopDistance === undefined
      )
        continue
      yield {
        ...at(view),
        what: text(
          `${view.device.device.name} allows 255 hops to ${view.remoteName}, which is ${session.hopDistance} away`,
          `${view.device.device.name} 到 ${view.remoteName} 允许 255 跳，实际距离为 ${session.hopDistance}`,
        ),
        fix: setEnd(
          text('Use the real distance', '使用实际跳数'),
          { peering, side: session.side },
          { ebgpMaxHop: undefined },
        ),
      }
    }
  },
}

const gtsmAndHops: Rule = {
  id: 'bgp/gtsm-and-max-hop',
  severity: 'error',
  title: text('Two TTL functions on one peer', '同一对等体配置了两种 TTL 功能'),
  why: text('ebgp-max-hop and valid-ttl-hops exclude each other.', 'ebgp-max-hop 与 valid-ttl-hops 互斥。'),
  remedy: text('Keep one of them.', '请保留其中一个。'),
  source: 'CR "peer valid-ttl-hops (BGP view)"',
  offersFix: true,
  *run({ peeredSessions }) {
    for (const view of peeredSessions) {
      const { session, peering, end } = view
      if (
        peering === undefined ||
        typeof end?.ebgpMaxHop !== 'number' ||
        end.validTtlHops === undefined ||
        session.type === 'ibgp'
      )
        continue
      yield {
        ...at(view),
        what: text(
          `${view.device.device.name}: ebgp-max-hop ${end.ebgpMaxHop} and valid-ttl-hops ${end.validTtlHops} toward ${view.remoteName}`,
          `${view.device.device.name}：到 ${view.remoteName} 同时配置了 ebgp-max-hop ${end.ebgpMaxHop} 和 valid-ttl-hops ${end.validTtlHops}`,
        ),
        fix: setEnd(remove('ebgp-max-hop'), { peering, side: session.side }, { ebgpMaxHop: undefined }),
      }
    }
  },
}

const gtsmDiffers: Rule = {
  id: 'bgp/gtsm-differs',
  severity: 'error',
  title: text('GTSM differs between the ends', '两端 GTSM 不一致'),
  why: text('GTSM works only with the same value on both ends.', 'GTSM 必须在两端配置相同的值。'),
  remedy: text('Set the same valid-ttl-hops on both ends.', '请在两端配置相同的 valid-ttl-hops。'),
  source: 'CG "Example for Configuring BGP GTSM"',
  offersFix: true,
  *run({ peeredSessions }) {
    for (const { session, other, peering, device, remoteName } of peeredSessions) {
      if (
        session.side !== 0 ||
        peering === undefined ||
        other === undefined ||
        session.validTtlHops === other.validTtlHops
      )
        continue
      const [mine, theirs] = [session.validTtlHops, other.validTtlHops]
      const larger = Math.max(mine ?? 0, theirs ?? 0)
      const wrong = mine === larger ? 1 : 0
      const free = typeof peering.ends[wrong].ebgpMaxHop !== 'number'
      const shown = (value: number | undefined) => (value === undefined ? '–' : String(value))
      yield {
        subjects: [peering.id],
        what: text(
          `valid-ttl-hops is ${shown(mine)} on ${device.device.name} and ${shown(theirs)} on ${remoteName}`,
          `valid-ttl-hops 在 ${device.device.name} 上为 ${shown(mine)}，在 ${remoteName} 上为 ${shown(theirs)}`,
        ),
        ...(free
          ? {
              fix: setEnd(
                text(`Use ${larger} on both ends`, `两端都使用 ${larger}`),
                { peering, side: wrong },
                { validTtlHops: larger },
              ),
            }
          : {}),
      }
    }
  },
}

const gtsmTooSmall: Rule = {
  id: 'bgp/gtsm-too-small',
  severity: 'error',
  title: text('GTSM is below the distance', 'GTSM 跳数小于实际距离'),
  why: text(
    'Packets that crossed more links than valid-ttl-hops are discarded.',
    '经过的链路数超过 valid-ttl-hops 的报文会被丢弃。',
  ),
  remedy: text('Use the number of links between the devices on both ends.', '请在两端使用设备之间的实际链路数。'),
  source: 'CG "Example for Configuring BGP GTSM"',
  *run({ peeredSessions }) {
    for (const view of peeredSessions) {
      const { session, peering } = view
      if (session.validTtlHops === undefined || session.hopDistance === undefined || peering === undefined) continue
      if (session.validTtlHops === 0 || session.validTtlHops >= session.hopDistance) continue
      yield {
        ...at(view),
        what: text(
          `${view.device.device.name}: valid-ttl-hops ${session.validTtlHops}, but ${view.remoteName} is ${session.hopDistance} links away`,
          `${view.device.device.name}：valid-ttl-hops 为 ${session.validTtlHops}，但到 ${view.remoteName} 有 ${session.hopDistance} 段链路`,
        ),
      }
    }
  },
}

const gtsmUnlimited: Rule = {
  id: 'bgp/gtsm-unlimited',
  severity: 'warning',
  title: text('GTSM that protects nothing', 'GTSM 未起到保护作用'),
  why: text(
    'valid-ttl-hops 255, the value without a number, accepts every TTL.',
    'valid-ttl-hops 为 255（不带参数时的值）时接受任何 TTL。',
  ),
  remedy: text('Use the number of links between the devices.', '请使用设备之间的实际链路数。'),
  source: 'CR "peer valid-ttl-hops (BGP view)"',
  *run({ sessions }) {
    for (const view of sessions) {
      if (view.session.validTtlHops !== 255) continue
      yield {
        ...at(view),
        what: text(
          `${view.device.device.name}: valid-ttl-hops 255 toward ${view.remoteName}`,
          `${view.device.device.name}：到 ${view.remoteName} 的 valid-ttl-hops 为 255`,
        ),
      }
    }
  },
}

export const bgpHopRules: readonly Rule[] = [
  hopsMissing,
  hopsOneSided,
  hopsOnIbgp,
  hopsRange,
  hopsUnlimited,
  gtsmAndHops,
  gtsmDiffers,
  gtsmTooSmall,
  gtsmUnlimited,
]

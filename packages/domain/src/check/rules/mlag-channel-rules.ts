import { ipVersion } from '@weft/net'
import type { LocalText, MlagPair } from '../../model'
import { text } from '../../model'
import type { ChannelName } from '../channels'
import { channels } from '../channels'
import type { Rule, RuleId } from '../rule'
import { channelRefusal } from './address-form-rules'
import { missingHop } from './bgp-reach-rules'

type Kind = {
  readonly name: ChannelName
  readonly prefix: 'dad' | 'sync'
  readonly noun: LocalText
  readonly page: string
}

const dad: Kind = {
  name: 'dualActiveDetection',
  prefix: 'dad',
  noun: text('dual-active detection', '双主检测'),
  page: 'CR "dual-active detection source ip"',
}
const sync: Kind = {
  name: 'syncChannel',
  prefix: 'sync',
  noun: text('the M-LAG TCP channel', '同步通道（M-LAG TCP）'),
  page: 'CR "peer-link source ip tcp-port"',
}

/** Both channels between the members of a pair follow the same rules about their addresses. */
function rulesFor(kind: Kind): readonly Rule[] {
  const { name, prefix, noun, page } = kind
  const id = (fault: string): RuleId => `mlag/${prefix}-${fault}`
  return [
    {
      id: id('equal-addresses'),
      severity: 'error',
      title: text(`Equal addresses for ${noun.en}`, `${noun.zh}两端地址相同`),
      why: text(
        'Local and peer address must differ; packets to an own address never leave the device.',
        '本端与对端地址必须不同，发往自身地址的报文不会离开设备。',
      ),
      remedy: text('Give each member an address of its own.', '请为两个成员使用不同的地址。'),
      source: page,
      *run(context) {
        for (const { pair, sides } of channels(context, name)) {
          const [a, b] = sides
          if (a.address === undefined || a.address !== b.address) continue
          yield {
            subjects: [pair.id],
            what: text(
              `${noun.en}: ${a.device.device.name} and ${b.device.device.name} both use ${a.address}`,
              `${noun.zh}：${a.device.device.name} 与 ${b.device.device.name} 均使用 ${a.address}`,
            ),
          }
        }
      },
    },
    {
      id: id('address-class'),
      severity: 'error',
      title: text(`An address ${noun.en} cannot use`, `${noun.zh}不可使用的地址`),
      why: text(
        'IPv4 addresses are of class A, B or C and outside 127.0.0.0/8; IPv6 addresses are global unicast.',
        'IPv4 地址必须为 A、B、C 类且不在 127.0.0.0/8，IPv6 地址必须为全球单播地址。',
      ),
      remedy: text('Use an ordinary interface address.', '请使用普通接口地址。'),
      source: page,
      *run(context) {
        for (const { pair, sides } of channels(context, name)) {
          for (const { device, address } of sides) {
            const reason = address === undefined ? undefined : channelRefusal(address)
            if (reason === undefined) continue
            yield {
              subjects: [pair.id, device.device.id],
              what: text(
                `${device.device.name}: ${address} is ${reason.en} and refused for ${noun.en}`,
                `${device.device.name}：${address} 是${reason.zh}，不能用于${noun.zh}`,
              ),
            }
          }
        }
      },
    },
    {
      id: id('families-differ'),
      severity: 'error',
      title: text(`IPv4 and IPv6 mixed for ${noun.en}`, `${noun.zh}两端 IP 版本不同`),
      why: text(
        'A device has one form of the command, IPv4 or IPv6, and both members need the same.',
        '每台设备只能使用 IPv4 或 IPv6 其中一种形式，两个成员必须一致。',
      ),
      remedy: text('Use addresses of one IP version on both members.', '请在两个成员上使用同一 IP 版本的地址。'),
      source: `${page}; CR "display dfs-group", cause TYPEMISMATCH`,
      *run(context) {
        for (const { pair, sides } of channels(context, name)) {
          const [a, b] = sides
          if (a.address === undefined || b.address === undefined || ipVersion(a.address) === ipVersion(b.address))
            continue
          yield {
            subjects: [pair.id],
            what: text(
              `${noun.en}: ${a.device.device.name} uses ${a.address}, ${b.device.device.name} uses ${b.address}`,
              `${noun.zh}：${a.device.device.name} 使用 ${a.address}，${b.device.device.name} 使用 ${b.address}`,
            ),
          }
        }
      },
    },
    {
      id: id('source-not-local'),
      severity: 'error',
      title: text(`The source of ${noun.en} is not local`, `${noun.zh}的源地址不在本设备上`),
      why: text(
        'The source address has to be on a Layer 3 interface of the device, in the VPN instance of the command.',
        '源地址必须位于本设备的三层接口上，且与命令处于同一 VPN 实例。',
      ),
      remedy: text(
        'Use an address of the device, or give the interface that address.',
        '请使用本设备已有的地址，或在接口上配置该地址。',
      ),
      source: `${page}; one vendor example breaks it`,
      *run(context) {
        for (const { pair, sides } of channels(context, name)) {
          for (const { device, address, vrfId } of sides) {
            if (address === undefined || channelRefusal(address) !== undefined) continue
            const uses = context.addresses.onDevice(device.device.id, address)
            if (uses.some((use) => use.vrfId === vrfId)) continue
            const table =
              vrfId === undefined
                ? text('the public network', '公网')
                : text(context.vrfName(vrfId), context.vrfName(vrfId))
            yield {
              subjects: [pair.id, device.device.id],
              what:
                uses.length === 0
                  ? text(`${device.device.name} does not have ${address}`, `${device.device.name} 没有地址 ${address}`)
                  : text(
                      `${device.device.name} has ${address}, but not in ${table.en}`,
                      `${device.device.name} 有地址 ${address}，但不在${table.zh}中`,
                    ),
            }
          }
        }
      },
    },
    {
      id: id('source-missing'),
      severity: 'error',
      title: text(`No address for ${noun.en}`, `${noun.zh}缺少地址`),
      why: text(
        'Without a source address on both members the command cannot be printed.',
        '任一成员缺少源地址时无法生成该命令。',
      ),
      remedy: text('Choose an interface with an address, or give the address.', '请选择带地址的接口，或直接填写地址。'),
      source: page,
      *run(context) {
        for (const { pair, sides } of channels(context, name)) {
          for (const { device, address, interface: item } of sides) {
            if (address !== undefined) continue
            yield {
              subjects: [pair.id, device.device.id],
              what:
                item === undefined
                  ? text(
                      `${device.device.name} has no source for ${noun.en}`,
                      `${device.device.name} 未指定${noun.zh}的源`,
                    )
                  : text(
                      `${context.label(item)} has no address for ${noun.en}`,
                      `${context.label(item)} 没有用于${noun.zh}的地址`,
                    ),
            }
          }
        }
      },
    },
    {
      id: id('unreachable'),
      wide: ['addresses', 'definitions', 'pairs', 'verdicts'],
      words: ['names'],
      severity: 'error',
      title: text(`The members do not reach each other for ${noun.en}`, `${noun.zh}两端不可达`),
      why: text(
        'Both members need a route to the other address in the VPN instance of the command.',
        '两个成员在该 VPN 实例内必须能互相到达。',
      ),
      remedy: text('Connect the two interfaces, or add the route.', '请连接两端接口，或添加路由。'),
      source: `${page}; CG "Configuring a DAD Link"`,
      *run(context) {
        const verdictOf = ({ id }: MlagPair) => context.reachability.mlagChannels.get(id)?.[name]
        const isBroken = (pair: MlagPair): boolean => {
          const { forward, back } = verdictOf(pair) ?? {}
          return forward?.kind === 'unreachable' || back?.kind === 'unreachable'
        }
        for (const { pair, sides } of channels(context, name, isBroken)) {
          const verdict = verdictOf(pair)
          const [a, b] = sides
          const usable = sides.every(
            ({ device, address, vrfId }) =>
              address !== undefined &&
              context.addresses.onDevice(device.device.id, address).some((use) => use.vrfId === vrfId),
          )
          if (!usable || a.address === b.address) continue
          if (a.address !== undefined && b.address !== undefined && ipVersion(a.address) !== ipVersion(b.address))
            continue
          for (const [direction, from] of [
            ['forward', a],
            ['back', b],
          ] as const) {
            const path = verdict?.[direction]
            if (path?.kind !== 'unreachable') continue
            const why = missingHop(context, path)
            yield {
              subjects: [pair.id, from.device.device.id],
              what: text(
                `${noun.en}: ${from.device.device.name} cannot reach ${path.missing}: ${why.en}`,
                `${noun.zh}：${from.device.device.name} 无法到达 ${path.missing}：${why.zh}`,
              ),
            }
          }
        }
      },
    },
  ]
}

export const mlagChannelRules: readonly Rule[] = [...rulesFor(dad), ...rulesFor(sync)]

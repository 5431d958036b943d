import type { LocalText } from '../model'
import { text } from '../model'
import type { FabricOptions } from './fabric-plan'
import { leavesPerPod, serverPortsPerLeaf, superSpineCount } from './fabric-plan'

/** What is wrong with one of the options. */
export type FabricProblem = { readonly option: keyof FabricOptions; readonly says: LocalText }

const ranges: readonly (readonly [Exclude<keyof FabricOptions, 'underlay'>, string, number, number])[] = [
  ['spines', 'spine 数', 1, 5],
  ['leaves', 'leaf 数', 1, 10_000],
  ['pairs', 'M-LAG 组数', 0, 5_000],
  ['servers', '服务器数', 0, 400_000],
  ['reflectors', '路由反射器数', 1, 8],
  ['bmp', 'BMP 监控服务器数', 0, 31],
  ['evpn', '租户数', 0, 100],
  ['seed', '随机种子', 0, 4_294_967_295],
]

/** Reasons the numbers cannot make a fabric; empty when they can. */
export function fabricProblems(options: FabricOptions): readonly FabricProblem[] {
  const outOfRange = ranges.flatMap(([option, zh, first, last]) => {
    const value = options[option]
    if (value === undefined || (Number.isInteger(value) && value >= first && value <= last)) return []
    return [
      problem(
        option,
        `${option} must be a whole number from ${first} to ${last}, got ${value}`,
        `${zh}必须是 ${first}～${last} 的整数，当前为 ${value}`,
      ),
    ]
  })
  return outOfRange.length > 0 ? outOfRange : misfits(options)
}

/** Each number is possible, but not all of them together. */
function misfits(options: FabricOptions): readonly FabricProblem[] {
  const { leaves, pairs, servers, spines, reflectors = 1, bmp = 0, underlay, evpn = 0 } = options
  if (pairs * 2 > leaves) {
    return [
      problem(
        'pairs',
        `${pairs} pairs need ${pairs * 2} leaves but there are ${leaves}: raise leaves or lower pairs`,
        `${pairs} 个 M-LAG 组需要 ${pairs * 2} 台 leaf，但只有 ${leaves} 台：请增加 leaf 或减少 M-LAG 组`,
      ),
    ]
  }
  if (underlay === 'ospfv3' && evpn > 0) {
    return [
      problem(
        'evpn',
        'tunnels of tenants run between IPv4 addresses, which ospfv3 does not carry: choose another underlay or no evpn',
        '租户隧道建立在 IPv4 地址之间，而 OSPFv3 不承载 IPv4：请选择其他底层网络或不设租户',
      ),
    ]
  }
  const homes = leaves - pairs
  if (servers > homes * serverPortsPerLeaf) {
    return [
      problem(
        'servers',
        `${servers} servers do not fit on the ${serverPortsPerLeaf} server ports of ${homes} leaves and pairs: raise leaves or lower servers`,
        `${homes} 台 leaf 和 M-LAG 组各有 ${serverPortsPerLeaf} 个服务器端口，接不下 ${servers} 台服务器：请增加 leaf 或减少服务器`,
      ),
    ]
  }
  const centres = leaves > leavesPerPod ? superSpineCount(options) : spines
  if (reflectors > centres) {
    return [
      problem(
        'reflectors',
        `${reflectors} reflectors need as many spines of the top row, which has ${centres}: raise spines`,
        `${reflectors} 个路由反射器需要同样多的顶层 spine，但只有 ${centres} 台：请增加 spine`,
      ),
    ]
  }
  if (bmp > leaves) {
    return [
      problem(
        'bmp',
        `${bmp} stations need a leaf each but there are ${leaves}: raise leaves or lower bmp`,
        `${bmp} 个 BMP 监控服务器各需一台 leaf，但只有 ${leaves} 台：请增加 leaf 或减少监控服务器`,
      ),
    ]
  }
  return []
}

const problem = (option: keyof FabricOptions, en: string, zh: string): FabricProblem => ({
  option,
  says: text(en, zh),
})

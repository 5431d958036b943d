import type { DeviceId, LocalText, RecordId } from '../model'
import { text } from '../model'
import { denialText } from './denial-text'
import type { Fact } from './facts'
import { fact } from './facts'
import type { PathVerdict } from './reachability'
import type { Plane } from './tables'

/** A path as a fact of a proof; a missing one names the device where it ends. */
export function pathFact(
  plane: Plane,
  name: 'forward-path' | 'return-path',
  {
    from,
    to,
    verdict,
    endsAt,
    records,
  }: {
    readonly from: string
    readonly to: string
    readonly verdict: PathVerdict
    /** The device that has to be there; absent where it is not a device. */
    readonly endsAt?: DeviceId
    readonly records: readonly RecordId[]
  },
): Fact {
  switch (verdict.kind) {
    case 'reachable': {
      const end = verdict.path.at(-1)
      if (end !== undefined && endsAt !== undefined && end !== endsAt) {
        return fact(name, 'no', [...records, end], () =>
          text(
            `Packets of ${from} to ${to} end at ${nameOf(plane, end)}, which has that address too, not at ${nameOf(plane, endsAt)}.`,
            `${from} 发往 ${to} 的报文到达同样拥有该地址的 ${nameOf(plane, end)}，而不是 ${nameOf(plane, endsAt)}。`,
          ),
        )
      }
      return fact(name, 'yes', records, () => {
        const path = `${verdict.path.map((id) => nameOf(plane, id)).join(' → ')}${overTunnels(plane, verdict)}`
        return verdict.onlyByDefaultRoute
          ? text(
              `${from} reaches ${to} only by a default route: ${path}.`,
              `${from} 仅通过缺省路由到达 ${to}：${path}。`,
            )
          : text(`${from} reaches ${to}: ${path}.`, `${from} 可到达 ${to}：${path}。`)
      })
    }
    case 'unreachable':
      return fact(name, 'no', [...records, verdict.stoppedAt, ...(verdict.denied ? [verdict.denied.by] : [])], () => {
        const { denied } = verdict
        const why =
          denied === undefined
            ? whyStopped(nameOf(plane, verdict.stoppedAt), verdict)
            : denialText(plane.network, denied, (id) => nameOf(plane, id))
        return text(`${from} does not reach ${to}: ${why.en}.`, `${from} 无法到达 ${to}：${why.zh}。`)
      })
    case 'unknown':
      return fact(name, 'unknown', records, () =>
        text(
          `Whether ${from} reaches ${to} is open: ${verdict.why.en}.`,
          `${from} 能否到达 ${to} 未知：${verdict.why.zh}。`,
        ),
      )
  }
}

/** ` (VXLAN leaf1 → leaf2, VNI 10010)`, the same in both languages. */
function overTunnels(plane: Plane, { tunnels = [] }: Extract<PathVerdict, { kind: 'reachable' }>): string {
  const steps = tunnels.map(({ vni, from, to }) => `VXLAN ${nameOf(plane, from)} → ${nameOf(plane, to)}, VNI ${vni}`)
  return steps.length === 0 ? '' : ` (${steps.join('; ')})`
}

function whyStopped(device: string, { reason, missing }: Extract<PathVerdict, { kind: 'unreachable' }>): LocalText {
  switch (reason) {
    case 'no-route':
      return text(`${device} has no route to ${missing}`, `${device} 没有到 ${missing} 的路由`)
    case 'null0':
      return text(`${device} sends ${missing} to NULL0`, `${device} 将 ${missing} 送往 NULL0`)
    case 'loop':
      return text(`the path to ${missing} comes back to ${device}`, `到 ${missing} 的路径又回到 ${device}`)
    case 'next-hop-unresolved':
      return text(
        `${device} has a route to ${missing} whose next hop cannot be reached`,
        `${device} 到 ${missing} 的路由下一跳不可达`,
      )
    case 'interface-down':
      return text(
        `the interface of ${missing} or the one toward it is down, seen from ${device}`,
        `从 ${device} 看，${missing} 所在接口或去往它的接口为 Down`,
      )
  }
}

function nameOf(plane: Plane, id: DeviceId): string {
  return plane.devices[plane.deviceIndex.get(id) ?? -1]?.device.name ?? id
}

import { text } from '../model'
import type { Fact } from './facts'
import { fact } from './facts'
import type { SideView } from './session-sides'

/**
 * Whether the hop budget covers the path. Packets of EBGP leave with TTL 1 unless `ebgp-max-hop` or
 * GTSM says otherwise, and then only to an address on a connected subnet: even the loopback of an
 * adjacent device needs 2.
 *
 * @source routing.md B5
 */
export function hopFacts(view: SideView): readonly Fact[] {
  const { own, other, found } = view
  const { session, device } = own
  const name = device.device.name
  const records = session.because
  const verdict = found.toRemote?.verdict
  const links = verdict?.kind === 'reachable' ? Math.max(1, verdict.path.length - 1) : undefined
  const gtsm = gtsmFacts(view, links)
  if (session.type !== 'ebgp' || gtsm.length > 0 || links === undefined) return gtsm
  const allowed = session.ebgpMaxHop?.value ?? 1
  const direct = found.toRemote?.first?.direct === true && sourceIsOutgoing(view)
  const needed = direct ? 1 : Math.max(2, links)
  const remote = session.remoteAddress?.value ?? other?.device.device.name ?? ''
  return [
    fact('hop-budget', allowed >= needed ? 'yes' : 'no', records, () => {
      if (allowed >= needed) {
        return text(
          `${name} allows ${hops(allowed)} to ${remote}; ${needed} needed.`,
          `${name} 到 ${remote} 允许 ${allowed} 跳，需要 ${needed} 跳。`,
        )
      }
      return session.ebgpMaxHop === undefined
        ? text(
            `EBGP from ${name} to ${remote} is not direct: \`ebgp-max-hop\` of at least ${needed} is needed.`,
            `${name} 到 ${remote} 的 EBGP 非直连：需要配置不小于 ${needed} 的 \`ebgp-max-hop\`。`,
          )
        : text(
            `${name} allows ${hops(allowed)} to ${remote}; ${needed} needed.`,
            `${name} 到 ${remote} 允许 ${allowed} 跳，需要 ${needed} 跳。`,
          )
    }),
  ]
}

/** A loopback source makes the session indirect even when the peer address is on a connected subnet. */
function sourceIsOutgoing({ own, found }: SideView): boolean {
  const { address, port } = found.source
  const outgoing = found.toRemote?.first?.port
  return port === undefined || port === outgoing || (address !== undefined && own.table?.own.get(address) === outgoing)
}

/** GTSM replaces the hop budget; it has to be equal on both ends and cover the links between them. */
function gtsmFacts({ own, other, found }: SideView, links: number | undefined): readonly Fact[] {
  const { session, device } = own
  const mine = session.validTtlHops
  const theirs = other?.session.validTtlHops
  const name = device.device.name
  if (mine === undefined && theirs === undefined) return []
  if (other !== undefined && mine !== theirs) {
    const shown = (value: number | undefined): string => (value === undefined ? '–' : String(value))
    return [
      fact('hop-budget', 'no', session.because, () =>
        text(
          `GTSM must be equal on both ends (${shown(mine)} / ${shown(theirs)}).`,
          `两端的 GTSM 必须一致（${shown(mine)} / ${shown(theirs)}）。`,
        ),
      ),
    ]
  }
  if (mine === undefined || links === undefined || found.source.address === undefined) return []
  return [
    fact('hop-budget', mine >= links ? 'yes' : 'no', session.because, () =>
      mine >= links
        ? text(
            `\`valid-ttl-hops\` ${mine} on ${name} covers ${links} links.`,
            `${name} 的 \`valid-ttl-hops\` ${mine} 覆盖 ${links} 段链路。`,
          )
        : text(
            `\`valid-ttl-hops\` ${mine} on ${name} is below the ${links} links of the path: packets are discarded.`,
            `${name} 的 \`valid-ttl-hops\` ${mine} 小于路径的 ${links} 段链路：报文被丢弃。`,
          ),
    ),
  ]
}

function hops(count: number): string {
  return count === 1 ? '1 hop' : `${count} hops`
}

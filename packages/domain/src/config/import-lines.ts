import type { ImportedRoutes } from '../intent'
import type { DerivationId } from './derivations'
import type { Line, Reason } from './line'
import { line } from './line'

type Into = {
  readonly derivation: Extract<DerivationId, `${string}.import-route`>
  /** Version of the routes: each has its own OSPF, and no protocol takes those of the other one. */
  readonly version: 4 | 6
  readonly reason: Reason
}

/** `import-route` of a process of an interior gateway protocol. */
export function importLines(routes: readonly ImportedRoutes[], { derivation, version, reason }: Into): readonly Line[] {
  const isIsis = derivation === 'isis.import-route'
  const otherOspf = version === 4 ? 'ospfv3' : 'ospf'
  return routes
    .filter(({ protocol }) => protocol !== otherOspf)
    .map(({ protocol, processId, cost, type }) => {
      const hasProcess = protocol === 'ospf' || protocol === 'ospfv3' || protocol === 'isis'
      const words = [
        ...(isIsis && version === 6 ? ['ipv6'] : []),
        'import-route',
        protocol,
        ...(hasProcess ? [processId ?? 1] : []),
        ...(cost === undefined ? [] : ['cost', cost]),
        ...(isIsis || type === undefined ? [] : ['type', type]),
      ]
      return line(derivation, words.join(' '), reason)
    })
}

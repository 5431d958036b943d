import type { InterfaceIntent } from '../intent'
import type { Line } from './line'
import { line, lines } from './line'

/** The name of a Layer 2 sub-interface says its mode where it is created. */
export function interfaceHeader({ name, kind, mode }: InterfaceIntent): string {
  return kind === 'subinterface' && mode === 'switched' ? `interface ${name} mode l2` : `interface ${name}`
}

/** Which frames of its port a sub-interface takes, and what becomes of them. */
export function encapsulationLines({
  kind,
  mode,
  encapsulation,
  bridgeDomain,
  because,
}: InterfaceIntent): readonly Line[] {
  if (kind !== 'subinterface') return []
  const say = (text: string) => line('interface.encapsulation', text, { because })
  if (mode === 'routed') {
    if (encapsulation?.kind !== 'dot1q') return []
    const { vlan } = encapsulation
    return lines(say('encapsulation dot1q-termination'), vlan !== undefined && say(`dot1q termination vid ${vlan}`))
  }
  return lines(
    encapsulation !== undefined && say(`encapsulation ${wordsOf(encapsulation)}`),
    bridgeDomain !== undefined &&
      line('interface.bridge-domain', `bridge-domain ${bridgeDomain.number}`, {
        because: [...because, bridgeDomain.id],
      }),
  )
}

function wordsOf(encapsulation: NonNullable<InterfaceIntent['encapsulation']>): string {
  if (encapsulation.kind !== 'dot1q') return encapsulation.kind
  return encapsulation.vlan === undefined ? 'dot1q' : `dot1q vid ${encapsulation.vlan}`
}

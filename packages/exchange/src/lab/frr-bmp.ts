import type { BmpSessionIntent, DeviceIntent } from '@weft/domain'
import type { FrrBlock } from './frr-text'
import { frr } from './frr-text'
import type { RouterNames } from './router-names'

/** A session FRR can be told: from the public table of a device that runs BGP, with a port. */
export type ConfiguredBmp = BmpSessionIntent & { readonly tcpPort: NonNullable<BmpSessionIntent['tcpPort']> }

export function configuredBmp({ bgp, bmp }: DeviceIntent): readonly ConfiguredBmp[] {
  if (bgp === undefined) return []
  return (bmp?.sessions ?? []).flatMap((session) => {
    const { tcpPort, vrfId } = session
    const usable = tcpPort !== undefined && tcpPort.value >= 1 && tcpPort.value <= 65535 && vrfId === undefined
    return usable ? [{ ...session, tcpPort }] : []
  })
}

/** Milliseconds between attempts to connect. */
const retry = { least: 1000, most: 2000 } as const

/**
 * The targets of a BGP instance, one per station. FRR takes an interface as the source, so an address stands
 * for the interface that owns it.
 *
 * @source FRR 8.4 user guide, "BMP": `bmp targets`, `bmp connect`, `bmp monitor`
 */
export function frrBmp(device: DeviceIntent, names: RouterNames): readonly FrrBlock[] {
  return configuredBmp(device).map((session, index) => {
    const source = bmpSource(session, device)
    return frr(
      [`bmp targets station${index + 1}`],
      [
        frr([
          'bmp connect',
          session.address,
          'port',
          session.tcpPort.value,
          'min-retry',
          retry.least,
          'max-retry',
          retry.most,
          source !== undefined && 'source-interface',
          source !== undefined && names.linux(source),
        ]),
        ...monitored(session).map((words) => frr(['bmp monitor', words])),
      ],
    )
  })
}

/** The interface the session runs from; absent when the outgoing interface decides. */
export function bmpSource({ effectiveSource }: BmpSessionIntent, device: DeviceIntent): string | undefined {
  if (effectiveSource.from === 'device-default') return undefined
  const { address, interfaceId } = effectiveSource
  const owner = device.interfaces.find((each) =>
    interfaceId === undefined
      ? [...each.ipv4, ...each.ipv6].some(({ value }) => value.split('/')[0] === address)
      : each.interfaceId === interfaceId,
  )
  return owner?.name ?? 'absent'
}

function monitored({ monitor }: BmpSessionIntent): readonly string[] {
  const words = monitor
    .filter(({ target, rib }) => target.kind === 'public' && rib === 'adj-rib-in')
    .map(({ family, policy }) => `${family === 'ipv4-unicast' ? 'ipv4' : 'ipv6'} unicast ${policy ?? 'pre-policy'}`)
  return [...new Set(words)]
}

import type { DeviceId, StaticRoute } from '../model'
import type { InterfaceDirectory } from './interface-directory'
import type { StaticRouteIntent } from './network-intent'
import type { RecordIndex } from './record-index'

/** Static routes of a device. One that leaves through an interface that is not there is left out. */
export function deriveStaticRoutes(
  deviceId: DeviceId,
  { index, directory }: { readonly index: RecordIndex; readonly directory: InterfaceDirectory },
): readonly StaticRouteIntent[] {
  return (index.staticRoutesOf.get(deviceId) ?? []).flatMap((record) => {
    const nextHop = resolveNextHop(record, directory)
    if (nextHop === undefined) return []
    return [
      {
        staticRouteId: record.id,
        vrfId: record.vrfId,
        prefix: record.prefix,
        nextHop,
        preference: record.preference,
        description: record.description,
        because: [record.id],
      },
    ]
  })
}

function resolveNextHop(record: StaticRoute, directory: InterfaceDirectory): StaticRouteIntent['nextHop'] | undefined {
  const { nextHop } = record
  if (nextHop.kind === 'null0') return { kind: 'null0' }
  const named = nextHop.interfaceId === undefined ? undefined : directory.byId.get(nextHop.interfaceId)
  const interfaceName = named?.deviceId === record.deviceId ? named.name : undefined
  if (nextHop.kind === 'address') return { kind: 'address', address: nextHop.address, interfaceName }
  return interfaceName === undefined ? undefined : { kind: 'interface', interfaceName }
}

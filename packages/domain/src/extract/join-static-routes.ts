import type { DraftNetwork, JoinedDevice } from './draft-network'

/** Static routes whose VPN instance and interface the device has. */
export function joinStaticRoutes(
  draft: DraftNetwork,
  { id: deviceId, facts, interfaceIds, vrfIds }: JoinedDevice,
): void {
  for (const { line: _line, vrf, nextHop, ...route } of facts.staticRoutes) {
    const vrfId = vrf === undefined ? undefined : vrfIds.get(vrf)
    if (vrf !== undefined && vrfId === undefined) continue
    const id = draft.makeId('static-route', facts.name.slice(0, 24), route.prefix)
    const interfaceName = 'interfaceName' in nextHop ? nextHop.interfaceName : undefined
    const interfaceId = interfaceName === undefined ? undefined : interfaceIds.get(interfaceName)
    const base = { id, deviceId, ...route, ...(vrfId === undefined ? {} : { vrfId }) }
    if (nextHop.kind === 'null0') draft.records.staticRoutes[id] = { ...base, nextHop: { kind: 'null0' } }
    else if (nextHop.kind === 'interface' && interfaceId !== undefined) {
      draft.records.staticRoutes[id] = { ...base, nextHop: { kind: 'interface', interfaceId } }
    } else if (nextHop.kind === 'address' && (interfaceName === undefined || interfaceId !== undefined)) {
      const { address } = nextHop
      draft.records.staticRoutes[id] = {
        ...base,
        nextHop: { kind: 'address', address, ...(interfaceId === undefined ? {} : { interfaceId }) },
      }
    }
  }
}

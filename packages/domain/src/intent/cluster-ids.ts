import type { Ipv4Address } from '@weft/net'
import type { Device, Network, OverlayId } from '../model'
import { byId } from '../model'

/** Cluster IDs that overlays give their reflectors, by device and process; of several the first by id counts. */
export type ClusterIds = ReadonlyMap<string, { readonly value: Ipv4Address; readonly overlayId: OverlayId }>

export function deriveClusterIds({ overlays }: Network): ClusterIds {
  const given = new Map<string, { readonly value: Ipv4Address; readonly overlayId: OverlayId }>()
  for (const overlay of Object.values(overlays).sort(byId)) {
    if (overlay.kind !== 'ibgp' || overlay.clusterId === undefined) continue
    for (const deviceId of overlay.reflectorIds ?? []) {
      const key = `${deviceId} ${overlay.instance ?? ''}`
      if (!given.has(key)) given.set(key, { value: overlay.clusterId, overlayId: overlay.id })
    }
  }
  return given
}

type Process = { readonly name?: string; readonly clusterId?: Ipv4Address | undefined }

/** The cluster ID of a process: its own one, else that of its overlay, which is then a reason of it. */
export function clusterIdOf({ id }: Device, { name = '', clusterId }: Process, given: ClusterIds) {
  const byOverlay = clusterId === undefined ? given.get(`${id} ${name}`) : undefined
  return byOverlay === undefined
    ? { value: clusterId, because: [] }
    : { value: byOverlay.value, because: [byOverlay.overlayId] }
}

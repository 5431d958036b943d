import type { InterfaceIntent, NetworkIntent } from '../intent'
import type { InterfaceId, Network } from '../model'
import { once, remembered } from './once'

/** An interface with a record of its own. */
export type DrawnInterface = InterfaceIntent & { readonly interfaceId: InterfaceId }

export type InterfaceLookup = { readonly get: (id: InterfaceId) => DrawnInterface | undefined }

export function isDrawn(item: InterfaceIntent): item is DrawnInterface {
  return item.interfaceId !== undefined
}

/**
 * Interfaces of the whole design by the ids of their records.
 *
 * @param manyAsked whether so many will be asked for that an index of all pays
 */
export function lookUpInterfaces(network: Network, intent: NetworkIntent, manyAsked: boolean): InterfaceLookup {
  const index = once(() => {
    const byId = new Map<InterfaceId, DrawnInterface>()
    for (const { interfaces } of intent.devices.values()) {
      for (const item of interfaces) {
        if (isDrawn(item) && network.interfaces[item.interfaceId] !== undefined) byId.set(item.interfaceId, item)
      }
    }
    return byId
  })
  if (manyAsked) return { get: (id) => index().get(id) }
  const find = (id: InterfaceId): DrawnInterface | undefined => {
    const record = network.interfaces[id]
    const device = record && intent.devices.get(record.deviceId)
    return device?.interfaces.find((item): item is DrawnInterface => item.interfaceId === id)
  }
  return { get: remembered(find) }
}

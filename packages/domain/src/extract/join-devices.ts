import type { Device, Network } from '../model'
import type { DeviceFacts } from './device-facts'
import { roleOf } from './device-role'
import type { JoinedDevice } from './draft-network'
import { addOwners, emptyDraft, finished } from './draft-network'
import type { FileProblem } from './file-problems'
import { joinAttachments } from './join-attachments'
import { joinBmp } from './join-bmp'
import { joinBridgeDomains, placeOn } from './join-bridge-domains'
import { joinGateways } from './join-gateways'
import { joinInterfaces } from './join-interfaces'
import { joinLinks } from './join-links'
import { joinOutside } from './join-outside'
import { joinPairs, joinPeerLink } from './join-pairs'
import { joinPeerings } from './join-peerings'
import { joinPolicies } from './join-policies'
import { joinRouting } from './join-routing'
import { joinStaticRoutes } from './join-static-routes'
import { joinVrfs } from './join-vrfs'

/** What a configuration does not say and somebody has to: the box of each device, by name. */
export type Models = { readonly [deviceName: string]: string }
export type ModelChoices = { readonly models?: Models; readonly otherModel?: string }
/** The model of a device nobody has named; the rules say that it is not known. */
export const unknownModel = 'unknown'

export type JoinedNetwork = { readonly network: Network; readonly remarks: readonly FileProblem[] }

/** Makes one network of what several configurations say. The order of the configurations does not matter. */
export function joinDevices(given: readonly DeviceFacts[], choices: ModelChoices): JoinedNetwork {
  const draft = emptyDraft()
  const ordered = [...given].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  const vrfs = joinVrfs(draft, ordered)
  const allDomains = joinBridgeDomains(draft, ordered)
  const policiesOf = joinPolicies(draft)
  for (const facts of ordered) {
    const id = draft.makeId('device', facts.name)
    const { ids: vrfIds = new Map(), distinguishers = [] } = vrfs.get(facts.name) ?? {}
    const bridgeDomains = allDomains.get(facts.name) ?? { byNumber: new Map(), distinguishers: [] }
    draft.records.devices[id] = {
      ...deviceRecord(id, facts, choices),
      ...(distinguishers.length === 0 ? {} : { routeDistinguishers: distinguishers }),
      ...(bridgeDomains.distinguishers.length === 0 ? {} : { evpnDistinguishers: bridgeDomains.distinguishers }),
    }
    placeOn(draft, id, facts, bridgeDomains)
    const device: JoinedDevice = {
      id,
      facts,
      interfaceIds: joinInterfaces(draft, id, { facts, vrfIds, bridgeDomains }),
      vrfIds,
      policies: policiesOf(facts),
    }
    draft.devices.push(device)
    addOwners(draft, device)
  }
  const pairs = joinPairs(draft)
  for (const pair of pairs) {
    joinGateways(draft, pair)
    joinPeerLink(draft, pair)
    joinAttachments(draft, pair)
  }
  joinLinks(draft)
  joinRouting(draft)
  for (const device of draft.devices) joinStaticRoutes(draft, device)
  joinPeerings(draft)
  joinBmp(draft)
  joinOutside(draft)
  return { network: finished(draft.records), remarks: draft.remarks }
}

function deviceRecord(id: Device['id'], facts: DeviceFacts, { models, otherModel }: ModelChoices): Device {
  return {
    id,
    name: facts.name,
    model: models?.[facts.name] ?? facts.model ?? otherModel ?? unknownModel,
    ...(facts.softwareVersion === undefined ? {} : { softwareVersion: facts.softwareVersion }),
    role: roleOf(facts),
    ...(facts.vlans.length === 0 ? {} : { extraVlans: facts.vlans }),
    ...(facts.vlanViews.length === 0 ? {} : { vlanViews: facts.vlanViews }),
    ...(facts.bfd ? { bfd: true } : {}),
    ...(facts.evpnOverlay ? { evpnOverlay: true } : {}),
    ...(facts.asNotationPlain ? { asNotationPlain: true } : {}),
    ...(facts.whole ? {} : { partlyKnown: true }),
  }
}

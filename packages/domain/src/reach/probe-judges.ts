import type { IpAddress } from '@weft/net'
import type { DeviceId } from '../model'
import { bmpVerdict } from './bmp-verdict'
import type { NetworkState } from './failed-state'
import { isSettled } from './failed-state'
import type { Relied } from './footing'
import { loopbackAddress } from './loopback-address'
import { pairingVerdictOf } from './mlag-pairing'
import type { Channel } from './mlag-verdict'
import { channelVerdict, hasChannel, mlagMembers } from './mlag-verdict'
import type { Subject } from './subject'
import type { Plane } from './tables'
import { tableOf } from './tables'
import { tunnelVerdict, vtepPairs } from './vtep-verdict'
import type { Walk, WatchedRouting } from './walk'
import { walk } from './walk'

/** A question about a state of the network; the answer is what a good answer relied on. */
export type Judged = {
  readonly subject: Subject
  /** Numbers of the devices it ends on. */
  readonly ends: readonly number[]
  readonly judge: (state: NetworkState) => Relied | undefined
  /** The loopbacks that have to reach each other. */
  readonly loopbacks?: readonly [IpAddress, IpAddress]
}

export function bmpJudges(plane: Plane): readonly Judged[] {
  return plane.devices.flatMap((device, index) =>
    (device.bmp?.sessions ?? []).map((session): Judged => {
      const { from } = session.effectiveSource
      const named = session.effectiveSource.from === 'device-default' ? undefined : session.effectiveSource.interfaceId
      const ports = [named === undefined ? undefined : plane.ports.byId.get(named)]
      return {
        subject: { kind: 'bmp', id: session.bmpSessionId },
        ends: [index],
        judge: (state) =>
          watched(
            state,
            { ...pathsOnly, ports, countsExit: from === 'device-default' },
            (routing) => bmpVerdict(state.plane, routing, { device, index, session }).status === 'established',
          ),
      }
    }),
  )
}

const channels: readonly (readonly [Channel, 'dual-active-detection' | 'sync-channel'])[] = [
  ['dualActiveDetection', 'dual-active-detection'],
  ['syncChannel', 'sync-channel'],
]

/** The members pair as long as their peer-link is up; the rest of it is configuration. */
export function pairingJudges(plane: Plane): readonly Judged[] {
  return mlagMembers(plane).map((members): Judged => {
    const { pairId } = members[0].group
    const trunks = members.flatMap(({ device }) =>
      device.interfaces.filter(({ peerLink }) => peerLink?.pairId === pairId),
    )
    const ports = trunks.map(({ interfaceId }) => plane.ports.byId.get(interfaceId ?? 'interface:'))
    return {
      subject: { kind: 'dfs-pairing', pairId },
      ends: members.map(({ index }) => index),
      judge: (state) =>
        pairingVerdictOf(state.plane, members, undefined).status === 'established'
          ? { ...pathsOnly, ports, walks: [] }
          : undefined,
    }
  })
}

export function channelJudges(plane: Plane): readonly Judged[] {
  return mlagMembers(plane).flatMap((members) =>
    channels.flatMap(([channel, kind]): readonly Judged[] => {
      if (!hasChannel(members, channel)) return []
      return [
        {
          subject: { kind, pairId: members[0].group.pairId },
          ends: members.map(({ index }) => index),
          judge: (state) =>
            watched(
              state,
              pathsOnly,
              (routing) => channelVerdict(state.plane, routing, { members, channel }).status === 'established',
            ),
        },
      ]
    }),
  )
}

export function loopbackJudges(plane: Plane, pairs: readonly (readonly [DeviceId, DeviceId])[]): readonly Judged[] {
  return pairs.map((ends): Judged => {
    const numbers = ends.map((id) => plane.deviceIndex.get(id) ?? -1)
    const addresses = numbers.map((number) => {
      const device = plane.devices[number]
      return device === undefined ? undefined : loopbackAddress(device)
    })
    const [first, second] = addresses
    return {
      subject: { kind: 'loopbacks', ends },
      ends: numbers,
      ...(first === undefined || second === undefined ? {} : { loopbacks: [first, second] as const }),
      judge: (state) =>
        watched(state, pathsOnly, (routing) =>
          ([0, 1] as const).every((side) => {
            const from = tableOf(state.plane, numbers[side] ?? -1, '')
            const to = addresses[1 - side]
            if (from === undefined || to === undefined) return false
            const { verdict } = walk(state.plane, routing, { from, to })
            return verdict.kind === 'reachable' && verdict.path.at(-1) === ends[1 - side]
          }),
        ),
    }
  })
}

/** Whichever VTEP of a pair with one tunnel source packets end at, they have arrived. */
export function vtepJudges(plane: Plane): readonly Judged[] {
  return vtepPairs(plane).map((pair): Judged => {
    const ends = pair.ends.map(({ device }) => device)
    const ports = pair.ends.map(({ table, source }) => table.own.get(source))
    const isVtep = (port: number, source: IpAddress): boolean => {
      const { name, device } = plane.tables[plane.tableOfPort[port] ?? -1] ?? {}
      const id = plane.devices[device ?? -1]?.device.id
      return name === '' && id !== undefined && pair.sharers.get(source)?.has(id) === true
    }
    const anyOwner = pair.ends.every(({ source }) => plane.owners(source).every((port) => isVtep(port, source)))
    return {
      subject: { kind: 'vxlan', ends: [pair.ends[0].deviceId, pair.ends[1].deviceId] },
      ends,
      judge: (state) =>
        watched(
          state,
          { ...pathsOnly, ports, anyOwner },
          (routing) => tunnelVerdict(state.plane, routing, pair).status === 'established',
        ),
    }
  })
}

const pathsOnly = { ports: [], countsHops: false, countsExit: false, anyOwner: false } as const

/** Asks, and keeps the walks of the answer. */
function watched(
  state: NetworkState,
  rest: Omit<Relied, 'walks'>,
  isGood: (routing: WatchedRouting) => boolean,
): Relied | undefined {
  const walks: { readonly walk: Walk; readonly to: IpAddress }[] = []
  const notice: WatchedRouting['notice'] = (found, to) => {
    walks.push({ walk: found, to })
  }
  if (!isGood({ ...state.routing, notice })) return undefined
  const asked = walks.some(({ walk: { askedBgp } }) => askedBgp)
  return asked && !isSettled(state) ? undefined : { ...rest, walks }
}

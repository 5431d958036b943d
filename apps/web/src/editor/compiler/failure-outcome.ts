import type {
  ChangedSession,
  Compilation,
  DeviceId,
  Failure,
  InterfaceId,
  LinkId,
  LocalText,
  Network,
  RecordId,
  SessionStatus,
  WhatIf,
} from '@weft/domain'
import { listSessions, sessionId, whatIf } from '@weft/domain'
import type { SessionRow } from './session-rows'
import { recordOfSession } from './session-rows'

/** A session whose status is another one while things are down. */
export type ChangedRow = Pick<SessionRow, 'id' | 'name' | 'devices' | 'session'> & {
  readonly before: SessionStatus
  /** Absent: routers that are left see each other in another way. */
  readonly after?: SessionStatus
  readonly reason?: LocalText
  readonly noticed?: ChangedSession['noticed']
}

/** What a failure does to a design. */
export type FailureOutcome = {
  /** What goes down comes first. */
  readonly rows: readonly ChangedRow[]
  readonly unchanged: number
  /** New status of what is drawn as a session, where it changes. */
  readonly statuses: ReadonlyMap<RecordId, SessionStatus>
} & Pick<WhatIf, 'loopbacks' | 'mlagPairs'>

export function failureOutcome(compilation: Compilation, failed: readonly RecordId[]): FailureOutcome {
  const { network } = compilation
  const { sessions, unchanged, loopbacks, mlagPairs } = whatIf(network, compilation, failureOf(network, failed))
  const entries = new Map(listSessions(compilation).map((entry) => [sessionId(entry.session), entry]))
  const rows = sessions
    .map((changed): ChangedRow => {
      const { session, before, after, noticed } = changed
      const id = sessionId(session)
      const entry = entries.get(id)
      const reason = after?.proof.find(({ holds }) => holds === 'no')?.says
      return {
        id,
        session,
        name: entry?.name ?? id,
        devices: entry?.devices ?? [],
        before: before.status,
        ...(after === undefined ? {} : { after: after.status }),
        ...(reason === undefined ? {} : { reason }),
        ...(noticed === undefined ? {} : { noticed }),
      }
    })
    .sort((a, b) => Number(b.after === 'down') - Number(a.after === 'down'))
  const statuses = new Map(
    rows.flatMap(({ session, after }) => {
      const record = recordOfSession(session)
      return record === undefined ? [] : [[record, after ?? 'unknown'] as const]
    }),
  )
  return { rows, unchanged, statuses, loopbacks, mlagPairs }
}

/** Devices, links and interfaces by their collection; an M-LAG pair stands for its peer-link. */
function failureOf(network: Network, failed: readonly RecordId[]): Failure {
  const devices = new Set<DeviceId>()
  const links = new Set<LinkId>()
  const interfaces = new Set<InterfaceId>()
  for (const id of failed) {
    const [device, link, port, pair] = [
      network.devices[id],
      network.links[id],
      network.interfaces[id],
      network.mlagPairs[id],
    ]
    if (device) devices.add(device.id)
    if (link) links.add(link.id)
    if (port) interfaces.add(port.id)
    for (const trunk of pair?.peerLink.trunks ?? []) if (trunk) interfaces.add(trunk)
  }
  return { devices, links, interfaces }
}

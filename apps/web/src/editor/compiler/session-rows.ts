import type {
  Assurance,
  Compilation,
  DeviceId,
  LocalText,
  RecordId,
  SessionEntry,
  SessionExplanation,
  SessionRef,
  SessionStatus,
} from '@weft/domain'
import { explainSession, listSessions, sessionId } from '@weft/domain'

/** A session as a list shows it; its proof is asked for when somebody opens it. */
export type SessionRow = {
  readonly session: SessionRef
  /** Unique among the sessions of a compilation and the same after an edit elsewhere. */
  readonly id: string
  readonly name: string
  readonly devices: readonly DeviceId[]
  readonly status: SessionStatus
  readonly assurance: Assurance
  /** What keeps it down, or what is not known; absent when it is up. */
  readonly reason?: LocalText
}

const worst: { readonly [Status in SessionStatus]: number } = { down: 0, unknown: 1, established: 2 }

/** What needs attention comes first; within that the order of the domain. */
export function sessionRows(compilation: Compilation): readonly SessionRow[] {
  return listSessions(compilation)
    .map(rowOf)
    .sort((a, b) => worst[a.status] - worst[b.status])
}

function rowOf({ session, name, devices, verdict }: SessionEntry): SessionRow {
  const { status, assurance, proof } = verdict
  const decisive =
    status === 'established' ? undefined : proof.find(({ holds }) => holds === (status === 'down' ? 'no' : 'unknown'))
  const reason = decisive === undefined ? {} : { reason: decisive.says }
  return { session, id: sessionId(session), name, devices, status, assurance, ...reason }
}

/** A session with its whole proof and the lines that say it. */
export type SessionDetails = { readonly entry: SessionEntry; readonly explanation: SessionExplanation }

/** Undefined when an edit has taken the session away. */
export function sessionDetails(compilation: Compilation, id: string): SessionDetails | undefined {
  const entry = sessionOfRow(compilation, id)
  return entry === undefined ? undefined : { entry, explanation: explainSession(compilation, entry) }
}

export function sessionOfRow(compilation: Compilation, id: string): SessionEntry | undefined {
  return listSessions(compilation).find(({ session }) => sessionId(session) === id)
}

/** The record a session is drawn as: a peering, the cable of an underlay session, a BMP session. */
export function recordOfSession(session: SessionRef): RecordId | undefined {
  if (session.kind === 'bmp') return session.id
  // A session key is a record id and a side.
  return session.kind === 'bgp' ? (session.key.slice(0, session.key.lastIndexOf('/')) as RecordId) : undefined
}

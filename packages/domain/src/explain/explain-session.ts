import type { SessionKey } from '../intent'
import { bgpSessions } from '../intent'
import type { DeviceId, LocalText, RecordId } from '../model'
import type { ProofFact } from '../reach'
import type { Compilation } from './compilation'
import { factSources } from './fact-sources'
import { notModelled } from './not-modelled'
import type { SessionEntry } from './session-list'
import type { MappedLine, SourceMap } from './source-map'
import { sourceMap } from './source-map'

/** A fact of a proof with the page behind it and the lines of configuration that say it. */
export type ExplainedFact = ProofFact & { readonly source: string; readonly lines: readonly MappedLine[] }

/** One side's view of a session; BGP has one for each configured end. */
export type ExplainedSide = { readonly deviceId?: DeviceId; readonly facts: readonly ExplainedFact[] }

export type SessionExplanation = {
  readonly sides: readonly ExplainedSide[]
  /** What the verdict says nothing about. */
  readonly notModelled: readonly LocalText[]
}

/** The proof of a session, each fact with its records, its lines and its source. */
export function explainSession(
  compilation: Compilation,
  { session, devices, verdict }: SessionEntry,
  map: SourceMap = sourceMap(compilation),
): SessionExplanation {
  const lines = devices.flatMap(map.linesOfDevice)
  const explain = (proof: readonly ProofFact[], own: readonly RecordId[]) =>
    proof.map((fact): ExplainedFact => {
      const { source, lines: kinds } = factSources[fact.fact]
      const about = new Set([...fact.records, ...own])
      const says = ({ derivation, records }: MappedLine) =>
        kinds.some((kind) => derivation.startsWith(kind)) && records.some((id) => about.has(id))
      return { ...fact, source, lines: lines.filter(says) }
    })
  const sides: readonly ExplainedSide[] =
    session.kind === 'bgp'
      ? bgpSides(compilation, session.key).map(({ deviceId, key, records }) => ({
          deviceId,
          facts: explain(compilation.reachability.bgpSessions.get(key)?.proof ?? [], records),
        }))
      : [{ facts: explain(verdict.proof, []) }]
  return { sides, notModelled: notModelled[session.kind] }
}

type BgpSide = { readonly deviceId: DeviceId; readonly key: SessionKey; readonly records: readonly RecordId[] }

/** Both ends as far as they are configured; the source interface and the device are part of what a side says. */
function bgpSides({ intent }: Compilation, key: SessionKey): readonly BgpSide[] {
  const other: SessionKey = `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}` as SessionKey
  const sides = new Map<SessionKey, BgpSide>()
  for (const configured of intent.devices.values()) {
    const { device } = configured
    for (const session of bgpSessions(configured)) {
      if (session.key !== key && session.key !== other) continue
      const source = session.source.interfaceId
      sides.set(session.key, {
        deviceId: device.id,
        key: session.key,
        records: [...session.because, device.id, ...(source === undefined ? [] : [source])],
      })
    }
  }
  return [key, other].flatMap((each) => sides.get(each) ?? [])
}

import { allocate } from './allocate'
import type { Fix } from './check'
import { compile } from './compile'
import type { Command } from './edit'
import { applyCommand } from './edit'
import { expandIntents } from './expand'
import type { Compilation, SessionEntry, SessionRef } from './explain'
import { listSessions, repairs, sameSession } from './explain'
import type { Progress } from './failures'
import { deriveIntent } from './intent'
import type { Design } from './model'
import type { SessionVerdict } from './reach'
import { computeReach } from './reach'

/** Edits that bring a session up together, none of which can be left out, and the verdict after them. */
export type SessionFix = { readonly fixes: readonly Fix[]; readonly verdict: SessionVerdict }

/** Designs tried before the search gives up: a person waits for the answer. */
const mostTrials = 160
/** Half-mended designs that are followed up from one number of edits to the next. */
const width = 4
/** Edits in one answer. */
const mostFixes = 5

type Trial = { readonly design: Design; readonly fixes: readonly Fix[]; readonly entry: SessionEntry }

/**
 * The smallest set of edits found that brings a session up; nothing when the session is up or no edit is known.
 *
 * Every set is carried out before it is offered: first all single edits, then pairs that begin with the most
 * promising single ones, and so on. What could be left out of the winner is left out.
 */
export function fixSession(design: Design, session: SessionRef, compilation?: Compilation): SessionFix | undefined {
  const search = searchSessionFix(design, session, compilation)
  for (let step = search.next(); ; step = search.next()) if (step.done) return step.value
}

/** The same in steps: each is one design tried. Whoever iterates may stop. */
export function* searchSessionFix(
  design: Design,
  session: SessionRef,
  compilation?: Compilation,
): Generator<Progress, SessionFix | undefined> {
  const start = entryOf(compilation ?? compile(design.network), session)
  if (start === undefined || start.verdict.status !== 'down') return undefined
  let trials = 0
  let frontier: readonly Trial[] = [{ design, fixes: [], entry: start }]
  let doubtful: Trial | undefined
  for (let size = 1; size <= mostFixes && frontier.length > 0; size += 1) {
    const next: Trial[] = []
    for (const trial of frontier) {
      const known = trial.fixes.length === 0 && compilation !== undefined ? compilation : compile(trial.design.network)
      for (const fix of repairsOf(trial, known)) {
        if (trials >= mostTrials) return offered(design, session, doubtful)
        yield { done: trials, of: mostTrials }
        trials += 1
        const tried = carriedOut(trial, fix, session)
        if (tried?.entry.verdict.status === 'established') return offered(design, session, tried)
        if (tried?.entry.verdict.status === 'unknown') doubtful ??= tried
        if (tried !== undefined) next.push(tried)
      }
    }
    frontier = next.sort((a, b) => failures(a) - failures(b)).slice(0, width)
  }
  return offered(design, session, doubtful)
}

function repairsOf({ entry }: Trial, compilation: Compilation): readonly Fix[] {
  const failing = entry.verdict.proof.filter(({ holds }) => holds === 'no')
  return repairs({ network: compilation.network, compilation, entry, failing })
}

function failures({ entry: { verdict } }: Trial): number {
  return verdict.proof.filter(({ holds }) => holds === 'no').length
}

function carriedOut(trial: Trial, fix: Fix, session: SessionRef): Trial | undefined {
  const result = applyCommand(trial.design, fix.command)
  if ('refused' in result) return undefined
  const entry = judged(result.design, session)
  return entry === undefined ? undefined : { design: result.design, fixes: [...trial.fixes, fix], entry }
}

/** The sessions of a design without what only rules and configurations need. */
function judged(design: Design, session: SessionRef): SessionEntry | undefined {
  const network = expandIntents(design.network)
  const allocation = allocate(network)
  const intent = deriveIntent(network, allocation)
  const reachability = computeReach(network, intent)
  return entryOf({ network, allocation, intent, reachability, configs: new Map(), findings: [] }, session)
}

function entryOf(compilation: Compilation, session: SessionRef): SessionEntry | undefined {
  return listSessions(compilation).find((entry) => sameSession(entry.session, session))
}

/** Without the edits that are not needed: the largest number that can be left out is left out. */
function offered(design: Design, session: SessionRef, trial: Trial | undefined): SessionFix | undefined {
  if (trial === undefined) return undefined
  for (const fixes of subsets(trial.fixes)) {
    const after = afterFixes(design, fixes)
    const verdict = after === undefined ? undefined : judged(after, session)?.verdict
    if (verdict?.status === trial.entry.verdict.status) return { fixes, verdict }
  }
  return { fixes: trial.fixes, verdict: trial.entry.verdict }
}

/** Proper subsets, the small ones first; at most 2^5 of them. */
function subsets(fixes: readonly Fix[]): readonly (readonly Fix[])[] {
  const all = Array.from({ length: 2 ** fixes.length - 1 }, (_, bits) =>
    fixes.filter((_fix, index) => (bits >> index) % 2 === 1),
  )
  return all.filter(({ length }) => length > 0).sort((a, b) => a.length - b.length)
}

function afterFixes(design: Design, fixes: readonly Fix[]): Design | undefined {
  const commands: readonly Command[] = fixes.map(({ command }) => command)
  const result = applyCommand(design, { kind: 'batch', label: { en: 'fixes', zh: '修复' }, commands })
  return 'refused' in result ? undefined : result.design
}

import type { NetworkEdit } from '../edit'
import type { DeviceId } from '../model'
import { sameValue } from '../model'
import type { Aspect, Compiled } from './aspects'
import { aspectsChanged } from './aspects'
import type { CheckInput, DesignPart, Mentioning } from './context'
import { buildContext, buildPartContext } from './context'
import type { DesignIndex } from './design-index'
import type { Finding } from './finding'
import { once } from './once'
import { rules } from './registry'
import type { Rule } from './rule'
import { byWeight, findingsOf, reviewed, runChecks } from './run-checks'
import { touchedRecords } from './touched-records'

/** A design after edits. */
export type Edited = {
  readonly whole: CheckInput
  /** Devices that the edits are about, or whose intent differs. */
  readonly touched: ReadonlySet<DeviceId>
  /** Everything about the touched devices, and what faces them. */
  readonly part: DesignPart
  /** With intents expanded. */
  readonly edits: readonly NetworkEdit[]
  /** Of the design before the edits; follows them. */
  readonly index: DesignIndex
  readonly mentioning: Mentioning
}

/**
 * The findings of a design after edits, from what was known before them: the same as running all checks. Rules that
 * look at devices and what faces them look at the touched ones; a rule that reads the whole design runs when something
 * it reads changed. Findings that stay are the same objects, and so is the list of them.
 *
 * @param earlier its network may be edited in place
 */
export function recheck(
  { findings: before, ...earlier }: Compiled & { readonly findings: readonly Finding[] },
  { whole, touched, part, edits, index, mentioning }: Edited,
): readonly Finding[] {
  index.edit(earlier.intent, whole.intent, { touched, edits })
  const aspects = aspectsChanged(earlier, whole, { touched, edits })
  // These change what any finding says or offers.
  if (aspects.has('dangling') || aspects.has('carried'))
    return renewed(before, { kept: [], dropped: before, fresh: runChecks(whole, index) })
  const isTouched = touchedRecords(whole.network, { touched, edits })
  const [wholeContext, partContext] = [
    once(() => buildContext(whole, index, false)),
    once(() => buildPartContext({ whole, index }, part, { isTouched, mentioning })),
  ]
  const found = new Set(before.map(({ ruleId }) => ruleId))
  const fates = new Map(rules.map((rule) => [rule.id as string, fateOf(rule, aspects, found)]))
  const isConcerned = ({ ruleId, subjects }: Finding): boolean => {
    const home = perDevice.has(ruleId) ? subjects.find((id) => ofDevice.test(id)) : undefined
    return home === undefined ? subjects.some(isTouched) : isTouched(home)
  }
  const kept: Finding[] = []
  const dropped: Finding[] = []
  for (const finding of before) {
    const fate = fates.get(finding.ruleId)
    if (fate === 'stays' || (fate === 'part' && !isConcerned(finding))) kept.push(finding)
    else dropped.push(finding)
  }
  const fresh = rules.flatMap((rule): readonly Finding[] => {
    const fate = fates.get(rule.id)
    if (fate === 'whole') return findingsOf(rule, wholeContext())
    return fate === 'part' ? findingsOf(rule, partContext()).filter(isConcerned) : []
  })
  const told = reviewed(wholeContext(), [...kept, ...fresh])
  return renewed(before, { kept, dropped, fresh: [...fresh, ...told].sort(byWeight) })
}

type Fate = 'stays' | 'part' | 'whole'

function fateOf(
  { id, wide, words = [], review }: Rule,
  aspects: ReadonlySet<Aspect>,
  found: ReadonlySet<Finding['ruleId']>,
): Fate {
  if (review !== undefined || wide === 'always') return 'whole'
  if (wide === undefined) return 'part'
  const read = found.has(id) ? [...wide, ...words] : wide
  return read.some((aspect) => aspects.has(aspect)) ? 'whole' : 'stays'
}

const perDevice: ReadonlySet<string> = new Set(rules.flatMap((rule) => (rule.perDevice === true ? [rule.id] : [])))

/** Ids of devices and of records that belong to one. */
const ofDevice = /^(?:device|interface|static-route|bmp-session):/

function merged(a: readonly Finding[], b: readonly Finding[]): readonly Finding[] {
  if (b.length === 0) return a
  const all: Finding[] = []
  let at = 0
  for (const finding of b) {
    for (let next = a[at]; next !== undefined && byWeight(next, finding) < 0; next = a[at]) {
      all.push(next)
      at += 1
    }
    all.push(finding)
  }
  return [...all, ...a.slice(at)]
}

/** The findings after an edit; what is said again is the same object as before, and so is a list that stays. */
function renewed(
  before: readonly Finding[],
  { kept, dropped, fresh }: { readonly [Part in 'kept' | 'dropped' | 'fresh']: readonly Finding[] },
): readonly Finding[] {
  const known = new Map(dropped.map((finding) => [finding.key, finding]))
  const again = fresh.map((finding) => {
    const earlier = known.get(finding.key)
    return earlier !== undefined && sameValue(earlier, finding) ? earlier : finding
  })
  const isSame = again.length === dropped.length && again.every((finding, at) => finding === dropped[at])
  return isSame ? before : merged(kept, again)
}

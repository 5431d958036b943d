import type { Change, Design, DesignReading, DocumentProblem } from '@weft/domain'
import { emptyDesign, explainIssues, parseChange, parseDesign, parseDesignText, sampleDesign } from '@weft/domain'
import type { z } from 'zod'
import type { SentChange } from '../store'
import { invalid } from '../store'

/** What tRPC asks of an input parser; the two types are only for the compiler. */
type Reader<S extends z.ZodType> = {
  readonly _input: z.input<S>
  readonly _output: z.output<S>
  parse(input: unknown): z.output<S>
  /** For the reference of the interface. */
  readonly schema: S
}

/** An input parser for a procedure: what does not fit is refused with path, value and remedy. */
export function reads<S extends z.ZodType>(schema: S): Reader<S> {
  const reader: Pick<Reader<S>, 'parse' | 'schema'> = {
    schema,
    parse(input) {
      const result = schema.safeParse(input)
      if (result.success) return result.data
      throw invalid(explainIssues(result.error.issues, input, []))
    },
  }
  return reader as Reader<S>
}

export function readDesignText(source: string): Extract<DesignReading, { ok: true }> {
  return accepted(parseDesignText(source))
}

/** What a new design begins with. */
export function startingDesign(start: { readonly sample?: boolean | undefined; readonly document?: unknown }): Design {
  if (start.document !== undefined) return accepted(parseDesign(start.document)).design
  return start.sample ? sampleDesign() : emptyDesign()
}

type RawChange = { readonly clientChangeId: string; readonly change?: unknown }

/**
 * A change may name records that are not there: an undo brings back what pointed at something another
 * person has deleted since. That is stored as it is, and a finding tells.
 */
export function readChanges(changes: readonly RawChange[]): readonly SentChange[] {
  return changes.map(({ clientChangeId, change }, index) => ({ clientChangeId, change: readChange(change, index) }))
}

function readChange(input: unknown, index: number): Change {
  const reading = parseChange(input)
  if (reading.ok) return reading.change
  throw invalid(reading.problems.map((problem) => inside(`changes[${index}].change`, problem)))
}

function inside(outer: string, problem: DocumentProblem): DocumentProblem {
  return { ...problem, path: problem.path === '' ? outer : `${outer}.${problem.path}` }
}

function accepted(reading: DesignReading): Extract<DesignReading, { ok: true }> {
  if (reading.ok) return reading
  throw invalid(reading.problems)
}

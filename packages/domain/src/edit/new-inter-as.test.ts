import { describe, expect, it } from 'vitest'
import { compile } from '../compile'
import { parseDesignText, serializeDesign } from '../document'
import { interAsProblems, newInterAs } from './new-inter-as'

describe('two generated ASs of routers', () => {
  it.each([1, 2, 9])('of %i PEs have every session up and nothing to warn of', (pes) => {
    const design = newInterAs({ pes })
    const { reachability, findings } = compile(design.network)
    const verdicts = [...reachability.bgpSessions.values()]
    // An ASBR to everyone, a reflector to each PE, the ASBRs and the reflectors of both ASs: two sides of each.
    expect(verdicts).toHaveLength(2 * (2 * (pes + 1) + 2 * pes + 2))
    expect(verdicts.filter(({ status }) => status !== 'established')).toEqual([])
    expect(findings.filter(({ severity }) => severity !== 'info').map(({ ruleId, what }) => [ruleId, what.en])).toEqual(
      [],
    )
  })

  it('are a file like any other', () => {
    const design = newInterAs({ pes: 3 })
    expect(parseDesignText(serializeDesign(design))).toEqual({ ok: true, design })
  })

  it.each([0, 101, 1.5])('cannot have %d PEs', (pes) => {
    expect(interAsProblems({ pes }).map(({ en }) => en)).toEqual([
      `PEs of each AS must be a whole number from 1 to 100, got ${pes}`,
    ])
  })
})

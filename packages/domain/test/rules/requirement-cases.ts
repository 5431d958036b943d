import type { RuleCase } from './rule-case'

/** Two leaves that only one spine joins. */
const oneSpine = `
  leaf1 CE6866-48S8CQ-P role leaf lo0 10.0.0.1/32
  leaf2 CE6866-48S8CQ-P role leaf lo0 10.0.0.2/32
  spine1 CE8851-32CQ8DQ-P role spine lo0 10.0.0.11/32
  link leaf1 100GE1/0/1 10.1.0.0/31 -- spine1 100GE1/0/1 10.1.0.1/31
  link leaf2 100GE1/0/1 10.1.0.4/31 -- spine1 100GE1/0/2 10.1.0.5/31`
const twoSpines = `${oneSpine}
  spine2 CE8851-32CQ8DQ-P role spine lo0 10.0.0.12/32
  link leaf1 100GE1/0/2 10.1.0.2/31 -- spine2 100GE1/0/1 10.1.0.3/31
  link leaf2 100GE1/0/2 10.1.0.6/31 -- spine2 100GE1/0/2 10.1.0.7/31`
const together = `
  underlay ospf all
  requirement together
  set requirement:together {"subject": {"kind": "loopbacks", "from": {"role": "leaf"}, "to": {"role": "leaf"}}, "survives": {"failures": 1, "of": "both"}}`

export const requirementCases: readonly RuleCase[] = [
  {
    rule: 'requirement/broken',
    fails: `${oneSpine}${together}`,
    at: ['error requirement:together device:spine1'],
    passes: `${twoSpines}${together}`,
  },
  {
    rule: 'requirement/subject-empty',
    fails: `${twoSpines}
      underlay ospf all
      requirement borders
      set requirement:borders {"subject": {"kind": "loopbacks", "from": {"role": "border"}, "to": {"role": "leaf"}}, "survives": {"failures": 1, "of": "both"}}`,
    at: ['warning requirement:borders'],
    passes: `${twoSpines}${together}`,
  },
]

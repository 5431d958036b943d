export type LabDesign = {
  readonly name: string
  readonly text: string
  /** BGP sessions, both ends counted, that are predicted to be down: the test fails when the design loses its point. */
  readonly down: number
  /** Taken down after the first comparison. */
  readonly failure?: string
}

/** Three devices in a row without a routing protocol; loopbacks 10.0.0.1 to 10.0.0.3. */
export const row = `
  a CE6881H-48S6CQ as 65001 lo0 10.0.0.1/32 router-id 10.0.0.1
  b CE6881H-48S6CQ as 65002 lo0 10.0.0.2/32 router-id 10.0.0.2
  c CE6881H-48S6CQ as 65003 lo0 10.0.0.3/32 router-id 10.0.0.3
  link a 100GE1/0/1 10.1.0.0/31 -- b 100GE1/0/1 10.1.0.1/31
  link b 100GE1/0/2 10.1.0.2/31 -- c 100GE1/0/1 10.1.0.3/31`

/** Two spines and two leaves with every link between them. */
export const square = (asOf: (name: string) => number): string => `
  spine1 CE6881H-48S6CQ role spine as ${asOf('spine1')} lo0 10.0.0.11/32 router-id 10.0.0.11
  spine2 CE6881H-48S6CQ role spine as ${asOf('spine2')} lo0 10.0.0.12/32 router-id 10.0.0.12
  leaf1 CE6881H-48S6CQ as ${asOf('leaf1')} lo0 10.0.0.1/32 router-id 10.0.0.1
  leaf2 CE6881H-48S6CQ as ${asOf('leaf2')} lo0 10.0.0.2/32 router-id 10.0.0.2
  link leaf1 100GE1/0/1 10.1.0.0/31 -- spine1 100GE1/0/1 10.1.0.1/31
  link leaf1 100GE1/0/2 10.1.0.2/31 -- spine2 100GE1/0/1 10.1.0.3/31
  link leaf2 100GE1/0/1 10.1.0.4/31 -- spine1 100GE1/0/2 10.1.0.5/31
  link leaf2 100GE1/0/2 10.1.0.6/31 -- spine2 100GE1/0/2 10.1.0.7/31`

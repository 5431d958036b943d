'use client'

import { useMemo, useRef } from 'react'
import { summarize, useEditor } from '../editor'
import { badgesOf } from './drawn-as'
import type { FlowGraph } from './flow-types'
import { emptyGraph } from './flow-types'
import type { Layers } from './mark-selected'
import { markSelected } from './mark-selected'
import { toFlow } from './to-flow'

/** The drawing of the open design, derived anew after every edit and sharing what did not change. */
export function useFlowGraph(layers: Layers): FlowGraph {
  const design = useEditor((state) => state.design)
  const digest = useEditor((state) => state.digest)
  const findings = useEditor((state) => state.findings)
  const selection = useEditor((state) => state.selection)
  const drawn = useRef<FlowGraph>(emptyGraph)
  const shown = useRef<FlowGraph>(emptyGraph)

  const { network } = design
  const summary = useMemo(() => summarize(findings, (id) => badgesOf(network, id)), [findings, network])
  const graph = useMemo(() => {
    drawn.current = toFlow(design, { summary, ...(digest ? { digest } : {}) }, drawn.current)
    return drawn.current
  }, [design, summary, digest])
  return useMemo(() => {
    shown.current = markSelected(graph, { selection, layers, previous: shown.current })
    return shown.current
  }, [graph, selection, layers])
}

'use client'

import { useReactFlow } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { useEditor, useReadEditor } from '../editor'
import { nodesOfRecord } from './drawn-as'

const FOCUS_MS = 240

/** Brings the record somebody asked for into view: its node, or the nodes it runs between. */
export function useFocusRequest() {
  const request = useEditor((state) => state.focusRequest)
  const readEditor = useReadEditor()
  const flow = useReactFlow()
  const answered = useRef(0)
  useEffect(() => {
    if (!request || request.serial === answered.current) return
    answered.current = request.serial
    const nodes = nodesOfRecord(readEditor().fabric, request.recordId).map((id) => ({ id }))
    if (nodes.length === 0) return
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    void flow.fitView({ nodes, duration: still ? 0 : FOCUS_MS, padding: 0.6, maxZoom: 1.2 })
  }, [request, readEditor, flow])
}

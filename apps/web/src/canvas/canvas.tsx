'use client'

import type { RecordId } from '@weft/domain'
import { text } from '@weft/domain'
import type { EdgeTypes, NodeTypes, OnConnectEnd, OnNodesChange } from '@xyflow/react'
import {
  Background,
  BackgroundVariant,
  ConnectionMode,
  MiniMap,
  ReactFlow,
  SelectionMode,
  useStoreApi,
} from '@xyflow/react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useEditor, useEditorActions, useFailurePlayer, useReadEditor } from '../editor'
import { useSay } from '../i18n'
import './canvas.css'
import { useCanvasSession } from './canvas-session'
import { DeviceNodeView } from './device-node'
import { CableEdgeView, SessionEdgeView, VlanifEdgeView } from './edges'
import { fitOptions } from './fit-options'
import type { FlowEdge, FlowNode } from './flow-types'
import { recordsOf } from './flow-types'
import { duringDrag, moveCommand, movesOf, selectionAfter } from './from-flow'
import { useHandlesOf } from './node-handles'
import { HostNodeView, PairNodeView, StationNodeView } from './other-nodes'
import type { PaletteItem } from './palette-items'
import { DRAG_TYPE } from './palette-items'
import { middlesOf, splitWires } from './split-wires'
import { TierProvider } from './tier'
import { useFlowGraph } from './use-flow-graph'
import { useFocusRequest } from './use-focus-request'
import { usePlaceItem } from './use-place-item'
import { useArea, useZoomTier } from './view'
import { WiresTogether } from './wires-together'

const nodeTypes: NodeTypes = {
  device: DeviceNodeView,
  host: HostNodeView,
  station: StationNodeView,
  pair: PairNodeView,
}
const edgeTypes: EdgeTypes = { cable: CableEdgeView, vlanif: VlanifEdgeView, session: SessionEdgeView }

/** From this many nodes on only what is in view is in the page. */
const MANY_NODES = 120
const multiSelectKeys = ['Shift', 'Meta', 'Control']

const words = {
  title: text('Drawing', '画布'),
  map: text('Map of the drawing', '缩略图'),
  empty: text(
    'Drag a model here, or press Enter on one in the palette.',
    '将型号拖到这里，或在组件库中选中型号后按 Enter。',
  ),
}

/** The drawing: React Flow shows what `toFlow` derives, and its gestures become commands. */
export function Canvas() {
  const say = useSay()
  const { layers, setDraft, setNotice } = useCanvasSession()
  const graph = useFlowGraph(layers)
  const layout = useEditor((state) => state.design.layout)
  const readEditor = useReadEditor()
  const { playing, toggle } = useFailurePlayer()
  const { dispatch, select } = useEditorActions()
  const flowStore = useStoreApi()
  const frame = useRef<HTMLElement>(null)
  // Only while something is dragged: the nodes as they are under the pointer.
  const [dragged, setDragged] = useState<readonly FlowNode[]>()
  const tier = useZoomTier()
  const area = useArea(tier)
  useHandlesOf(tier, frame)
  // Only what is there when the page opens is fitted: the first device must stay where it was dropped.
  const [opensWithDrawing] = useState(graph.nodes.length > 0)
  const { drop } = usePlaceItem()
  useFocusRequest()

  const shown = dragged ?? graph.nodes
  const middles = useMemo(() => middlesOf(shown), [shown])
  const { apart, together } = useMemo(() => splitWires(graph.edges, { middles, area }), [graph.edges, middles, area])
  const held = useMemo(() => ({ nodes: graph.nodes, edges: apart }), [graph.nodes, apart])
  const onNodesChange: OnNodesChange<FlowNode> = useCallback(
    (changes) => {
      const adding = flowStore.getState().multiSelectionActive
      if (changes.some(({ type }) => type === 'select')) {
        select(selectionAfter(changes, { selection: readEditor().selection, graph: held, adding }))
      }
      const moves = movesOf(changes, shown)
      if (moves.size === 0) return
      const moving = changes.some((change) => change.type === 'position' && change.dragging)
      const next = duringDrag(shown, moves)
      setDragged(moving ? next : undefined)
      const command = moving ? undefined : moveCommand(moves, layout)
      if (command) dispatch(command)
    },
    [shown, held, layout, dispatch, select, readEditor, flowStore],
  )

  const onConnectEnd: OnConnectEnd = useCallback(
    (event, { fromNode, toNode }) => {
      frame.current?.classList.remove('drawing-link')
      if (!fromNode || !toNode || fromNode.id === toNode.id) return
      const point = 'changedTouches' in event ? event.changedTouches[0] : event
      const at = { x: point?.clientX ?? 0, y: point?.clientY ?? 0 }
      setDraft({ from: fromNode.id as RecordId, to: toNode.id as RecordId, at }) // node ids are record ids
    },
    [setDraft],
  )

  /** React Flow keeps a selection of several when one of them is pressed, for it may be a drag; this was a click. */
  const selectOnly = useCallback(
    (event: { ctrlKey: boolean; metaKey: boolean; shiftKey: boolean }, element: FlowNode | FlowEdge) => {
      if (playing && canFail(element)) return toggle(recordsOf(element))
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) select(recordsOf(element))
    },
    [select, playing, toggle],
  )

  return (
    <section
      ref={frame}
      aria-label={say(words.title)}
      className={`relative min-h-0 min-w-0 ${playing ? 'taking-down' : ''}`}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(DRAG_TYPE)) event.preventDefault()
      }}
      onDrop={(event) => {
        const item = event.dataTransfer.getData(DRAG_TYPE)
        if (!item) return
        event.preventDefault()
        drop(JSON.parse(item) as PaletteItem, { x: event.clientX, y: event.clientY }) // written by the palette of this page
      }}
    >
      <TierProvider value={tier}>
        <ReactFlow<FlowNode, FlowEdge>
          nodes={shown as FlowNode[]} // React Flow does not write into them
          edges={apart as FlowEdge[]}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          onEdgesChange={(changes) => {
            if (!changes.some(({ type }) => type === 'select')) return
            const adding = flowStore.getState().multiSelectionActive
            select(selectionAfter(changes, { selection: readEditor().selection, graph: held, adding }))
          }}
          onNodeClick={selectOnly}
          onEdgeClick={selectOnly}
          onPaneClick={() => {
            select([])
            setNotice(undefined)
          }}
          onConnectStart={() => frame.current?.classList.add('drawing-link')}
          onConnectEnd={onConnectEnd}
          connectionMode={ConnectionMode.Loose}
          connectionRadius={16}
          onlyRenderVisibleElements={graph.nodes.length > MANY_NODES}
          selectionMode={SelectionMode.Partial}
          multiSelectionKeyCode={multiSelectKeys}
          selectionKeyCode="Shift"
          deleteKeyCode={null}
          disableKeyboardA11y={false}
          elevateNodesOnSelect={false}
          minZoom={0.04}
          maxZoom={2.5}
          fitView={opensWithDrawing}
          fitViewOptions={fitOptions}
          snapToGrid
          snapGrid={snapGrid}
          proOptions={proOptions}
          zIndexMode="manual"
        >
          <WiresTogether edges={together} middles={middles} />
          <Background variant={BackgroundVariant.Dots} gap={24} size={1.2} />
          <MiniMap<FlowNode>
            style={mapSize}
            ariaLabel={say(words.map)}
            pannable
            zoomable
            nodeClassName={miniClass}
            position="bottom-right"
          />
        </ReactFlow>
      </TierProvider>
      {graph.nodes.length === 0 && (
        <p className="pointer-events-none absolute inset-0 grid place-content-center text-center text-ink-muted">
          {say(words.empty)}
        </p>
      )}
    </section>
  )
}

/** What can be down: devices, cables, and a pair for its peer-link. */
function canFail({ type }: FlowNode | FlowEdge): boolean {
  return type === 'device' || type === 'cable' || type === 'pair'
}

const mapSize = { width: 136, height: 92 }
const snapGrid: [number, number] = [8, 8]
const proOptions = { hideAttribution: true }

function miniClass({ type, data }: FlowNode): string {
  // A frame stays pale: it would hide the state of its members.
  return data.badge && type !== 'pair' ? `mini-${type} mini-${data.badge.worst}` : `mini-${type}`
}

'use client'

import type { DeviceId, Point, RecordId } from '@weft/domain'
import { useReactFlow } from '@xyflow/react'
import { useCallback } from 'react'
import { kindOf, useEditorActions, useReadEditor } from '../editor'
import { useCanvasSession } from './canvas-session'
import type { FlowEdge, FlowNode } from './flow-types'
import { deviceSize, hostSize, stationSize } from './node-size'
import type { PaletteItem, PlacedItem, ToolItem } from './palette-items'
import { addCommand, isTool, toolNeeds } from './palette-items'
import { addLoopbacks, pairCommand, selectionActions, vlanifCommand } from './selection-actions'

const GRID = 8

function sizeOf(item: PlacedItem) {
  if (item.kind === 'device') return deviceSize(0)
  return item.kind === 'host' ? hostSize : stationSize
}

/** Puts a palette item on the canvas: at a point of the screen, or in the middle of what is seen. */
export function usePlaceItem() {
  const flow = useReactFlow<FlowNode, FlowEdge>()
  const readEditor = useReadEditor()
  const { dispatch, select } = useEditorActions()
  const { setNotice } = useCanvasSession()

  const place = useCallback(
    (item: PlacedItem, screen: Point) => {
      const { width, height } = sizeOf(item)
      const point = flow.screenToFlowPosition(screen)
      const at = freePlace({ x: snap(point.x - width / 2), y: snap(point.y - height / 2) }, flow.getNodes())
      const command = addCommand(item, at)
      if (!dispatch(command)) select([command.id as RecordId]) // made by freshId
    },
    [flow, dispatch, select],
  )

  /** Uses a tool on what is selected. */
  const applyTool = useCallback(
    ({ kind }: ToolItem) => {
      const { design, selection } = readEditor()
      const actions = selectionActions(design.network, selection)
      const command = { loopback: actions.addLoopbacks, 'vlanif-link': actions.drawVlanif, mlag: actions.pair }[kind]
      setNotice(command ? undefined : toolNeeds[kind])
      if (command) dispatch(command)
    },
    [readEditor, dispatch, setNotice],
  )

  /** Enter on a palette item. */
  const placeInView = useCallback(
    (item: PaletteItem) => {
      if (isTool(item)) return applyTool(item)
      const view = document.querySelector('.react-flow')?.getBoundingClientRect()
      if (view) place(item, { x: view.left + view.width / 2, y: view.top + view.height / 2 })
    },
    [place, applyTool],
  )

  /** The end of a drag out of the palette. */
  const drop = useCallback(
    (item: PaletteItem, screen: Point) => {
      if (!isTool(item)) return place(item, screen)
      const target = recordUnder(screen)
      const { design, selection } = readEditor()
      const { network } = design
      if (item.kind === 'loopback' && target && target in network.devices) {
        dispatch(addLoopbacks([target as DeviceId])) // a key of devices
        return
      }
      if (item.kind === 'mlag' && target && target in network.devices) {
        const [other] = [...selection].filter((id): id is DeviceId => kindOf(id) === 'device' && id !== target)
        if (other) {
          dispatch(pairCommand([other, target as DeviceId])) // a key of devices
          return
        }
      }
      if (item.kind === 'vlanif-link' && target) {
        const link = Object.values(network.links).find((each) => each.id === target)
        const cable = link ?? linkOfEdge(target, flow.getEdges())
        if (cable) {
          dispatch(vlanifCommand(cable.id))
          return
        }
      }
      setNotice(toolNeeds[item.kind])
    },
    [place, readEditor, dispatch, setNotice, flow],
  )

  return { placeInView, drop }
}

function linkOfEdge(edgeId: string, edges: readonly FlowEdge[]) {
  const edge = edges.find(({ id }) => id === edgeId)
  const linkId = edge?.type === 'cable' ? edge.data?.linkIds[0] : undefined
  return linkId ? { id: linkId } : undefined
}

/** Id of the node or edge drawn at a point of the screen. */
function recordUnder({ x, y }: Point): string | undefined {
  for (const element of document.elementsFromPoint(x, y)) {
    const drawn = element.closest<HTMLElement | SVGElement>('.react-flow__node, .react-flow__edge')
    const id = drawn?.dataset.id ?? drawn?.getAttribute('data-id')
    if (id) return id
  }
  return undefined
}

/** The nearest free place, so that pressing Enter twice shows two devices. */
function freePlace(at: Point, nodes: readonly FlowNode[]): Point {
  const { width, height } = deviceSize(1)
  const taken = ({ x, y }: Point) =>
    nodes.some(
      ({ type, position }) => type !== 'pair' && Math.abs(position.x - x) < width && Math.abs(position.y - y) < height,
    )
  const places = around.map(({ x, y }) => ({ x: at.x + x * (width + 40), y: at.y + y * (height + 56) }))
  return places.find((place) => !taken(place)) ?? at
}

/** Steps to the places around one, nearest first; of equals the lower and righter. */
const around = Array.from({ length: 225 }, (_, index) => ({ x: (index % 15) - 7, y: Math.floor(index / 15) - 7 })).sort(
  (a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y) || b.y - a.y || b.x - a.x,
)

function snap(value: number): number {
  return Math.round(value / GRID) * GRID
}

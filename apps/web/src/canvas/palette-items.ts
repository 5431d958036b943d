import type { Command, Host, LocalText, Point } from '@weft/domain'
import { text } from '@weft/domain'
import { freshId } from '../editor'

/** Things of the palette that become a node of their own. */
export type PlacedItem =
  | { readonly kind: 'device'; readonly model: string }
  | { readonly kind: 'host'; readonly hostKind: Host['kind'] }
  | { readonly kind: 'station' }
/** Things of the palette that need something drawn to work on. */
export type ToolItem = { readonly kind: 'loopback' } | { readonly kind: 'vlanif-link' } | { readonly kind: 'mlag' }
export type PaletteItem = PlacedItem | ToolItem

/** Type of the drag data, so that nothing else dropped on the canvas is taken for a palette item. */
export const DRAG_TYPE = 'application/x-weft-palette-item'

export function addCommand(item: PlacedItem, at: Point): Command & { readonly id: string } {
  switch (item.kind) {
    case 'device':
      return { kind: 'device.add', id: freshId('device'), model: item.model, at }
    case 'host':
      return { kind: 'host.add', id: freshId('host'), hostKind: item.hostKind, at }
    case 'station':
      return { kind: 'station.add', id: freshId('station'), at }
  }
}

export function isTool(item: PaletteItem): item is ToolItem {
  return item.kind === 'loopback' || item.kind === 'vlanif-link' || item.kind === 'mlag'
}

/** What a tool needs, said when it is used without. */
export const toolNeeds: { readonly [Kind in ToolItem['kind']]: LocalText } = {
  loopback: text('Select a device, or drop LoopBack on one.', '请先选中设备，或将 LoopBack 拖放到设备上。'),
  'vlanif-link': text(
    'Select a link between two devices, or drop VLANIF link on one.',
    '请先选中两台设备之间的链路，或将 VLANIF 链路拖放到链路上。',
  ),
  mlag: text('Select two devices that are not in a pair yet.', '请先选中两台尚未组成 M-LAG 的设备。'),
}

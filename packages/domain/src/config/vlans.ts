import { formatNumberRanges } from '@weft/net'
import { itemsPerLine } from '@weft/vrp'
import type { DeviceIntent } from '../intent'
import type { RecordId } from '../model'
import type { Line } from './line'
import { line, lines } from './line'
import { inGroups } from './words'

/** `vlan batch` with at most ten ids or ranges a line. */
export function vlanBatch({ vlans }: DeviceIntent): readonly Line[] {
  const items = formatNumberRanges(vlans.map(({ vlan }) => vlan))
  let next = 0
  return inGroups(items, itemsPerLine.vlanBatch).map((group) => {
    const because = new Set<RecordId>()
    // Items are ascending, as the VLANs are: each line takes the VLANs up to the end of its last item.
    const last = Number(group.at(-1)?.split(' to ').at(-1))
    for (; (vlans[next]?.vlan ?? Number.POSITIVE_INFINITY) <= last; next += 1) {
      for (const id of vlans[next]?.because ?? []) because.add(id)
    }
    return line('vlan.batch', `vlan batch ${group.join(' ')}`, { because: [...because] })
  })
}

/** A view for each VLAN of which more is said than that it exists. */
export function vlanViews({ device, vlanViews: views }: DeviceIntent): readonly Line[] {
  const reason = { because: [device.id] }
  const say = (text: string) => line('vlan.view', text, reason)
  return views.flatMap(({ vlan, name, description }) => {
    const body = lines(
      name !== undefined && say(`name ${name}`),
      description !== undefined && say(`description ${description}`),
    )
    return body.length === 0 ? [] : [line('vlan.view', `vlan ${vlan}`, reason, body)]
  })
}

/** Spanning tree of an M-LAG pair. MSTP is the device default and is not printed. */
export function spanningTree({ dfsGroup }: DeviceIntent): readonly Line[] {
  if (dfsGroup === undefined) return []
  const because = { because: [dfsGroup.pairId] }
  const { mode, stpMode, bridgeAddress } = dfsGroup.spanningTree
  const modeLine = stpMode !== 'mstp' && line('stp.mode', `stp mode ${stpMode}`, because)
  switch (mode) {
    case 'v-stp':
      return lines(modeLine, line('stp.v-stp', 'stp v-stp enable', because))
    case 'v-vbst':
      return [line('stp.mode', 'stp mode vbst', because)]
    case 'root-bridge':
      return lines(
        bridgeAddress !== undefined && line('stp.bridge-address', `stp bridge-address ${bridgeAddress}`, because),
        line('stp.root', 'stp root primary', because),
      )
    case 'none':
      return []
  }
}

import type { RecordEdit } from '../src/edit'
import type { Random } from '../src/edit/pseudo-random'
import type { Link, Network } from '../src/model'

/**
 * An edit of what frames and routes run over, as people make them: a port shut or opened, a cable pulled or plugged in
 * again, a VLAN more or less, another cost, one more LoopBack, a device that is named, and goes.
 *
 * @param pulled cables that were there once
 */
export function topologyEdit(network: Network, random: Random, pulled: Link[]): RecordEdit | undefined {
  const any = <Item>(list: readonly Item[]): Item | undefined => list[random(list.length || 1)]
  const port = any(Object.values(network.interfaces))
  if (port === undefined) return undefined
  const replaced = (after: typeof port): RecordEdit => ({ collection: 'interfaces', id: port.id, before: port, after })
  switch (random(12)) {
    case 0:
    case 1:
    case 2:
      return replaced({ ...port, shutdown: port.shutdown !== true })
    case 3: {
      const link = any(Object.values(network.links))
      if (link !== undefined) pulled.push(link)
      return link && { collection: 'links', id: link.id, before: link }
    }
    case 4: {
      const [link] = pulled.splice(random(pulled.length || 1), 1)
      return link && { collection: 'links', id: link.id, after: link }
    }
    case 5: {
      const attachment = any(Object.values(network.attachments))
      if (attachment === undefined) return undefined
      const vlan = 100 + random(5)
      const others = attachment.vlans.filter((each) => each !== vlan)
      const vlans = others.length < attachment.vlans.length ? others : [...attachment.vlans, vlan]
      return { collection: 'attachments', id: attachment.id, before: attachment, after: { ...attachment, vlans } }
    }
    case 6:
      return port.mode === 'routed' || port.memberOf !== undefined || port.name.startsWith('LoopBack')
        ? undefined
        : replaced({ ...port, switching: { linkType: 'trunk', allowedVlans: [100 + random(4), 104] } })
    case 7: {
      const id = `interface:loopback-${random(1000)}` as const
      const name = `LoopBack${5 + random(3)}` as typeof port.name
      const ipv4 = [`10.250.${random(3)}.${random(9)}/32`] as unknown as NonNullable<typeof port.ipv4>
      return id in network.interfaces
        ? undefined
        : { collection: 'interfaces', id, after: { id, deviceId: port.deviceId, name, ipv4 } }
    }
    case 8: {
      const like = any(Object.values(network.devices))
      const id = `device:${'amz'[random(3)]}-new${random(3)}` as const
      return like === undefined || id in network.devices
        ? undefined
        : { collection: 'devices', id, after: { id, name: id.slice(7), model: like.model, role: 'leaf' } }
    }
    case 9:
    case 10: {
      const before = any(Object.values(network.devices).filter(({ id }) => id.includes('-new')))
      if (before === undefined) return undefined
      return random(2) === 0
        ? { collection: 'devices', id: before.id, before }
        : { collection: 'devices', id: before.id, before, after: { ...before, name: `named-${random(9)}` } }
    }
    default: {
      const { ospf, ...rest } = port
      return replaced(ospf === undefined ? { ...port, ospf: { cost: 1 + random(4) } } : rest)
    }
  }
}

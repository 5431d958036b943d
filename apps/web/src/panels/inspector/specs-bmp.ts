import type { LocalText, Network } from '@weft/domain'
import { recordName, text } from '@weft/domain'
import type { Choice, FieldGroup, FieldSpec } from './fields'
import { choice, cli, idsOf, interfacesOf, unicastChoices, unset, vrfField } from './spec-parts'

/** What a station is told, by one session or by one for each of many devices. */
function monitorOf(targets: (network: Network) => readonly Choice[]): FieldSpec {
  return {
    kind: 'rows',
    path: ['monitor'],
    label: text('What the station is told', '上报内容'),
    template: () => ({ target: { kind: 'public' }, family: 'ipv4-unicast', rib: 'adj-rib-in', policy: 'post-policy' }),
    fields: () => [
      {
        kind: 'choice',
        path: ['target'],
        label: text('Peers of', '对等体所属'),
        wide: true,
        choices: targets,
        as: { read: targetText, write: readTarget },
      },
      { kind: 'choice', path: ['family'], label: text('Address family', '地址族'), choices: unicastChoices },
      {
        kind: 'choice',
        path: ['rib'],
        label: text('Routes', '路由'),
        choices: ['adj-rib-in', 'adj-rib-out', 'local-rib'].map(cli),
      },
      {
        kind: 'choice',
        path: ['policy'],
        label: text('Policy', '策略'),
        choices: [cli('pre-policy'), cli('post-policy')],
        unset,
      },
    ],
  }
}

function tables(network: Network): readonly Choice[] {
  return [
    choice('public', 'the public network', '公网'),
    choice('all-vpn-instance', 'all VPN instances', '所有 VPN 实例'),
    ...idsOf(network.vrfs).map((id) => named(id, (name) => text(`VPN instance ${name}`, `VPN 实例 ${name}`), network)),
  ]
}

function peers(network: Network): readonly Choice[] {
  return idsOf(network.peerings).map((id) => named(id, (name) => text(`peer ${name}`, `对等体 ${name}`), network))
}

const named = (id: Parameters<typeof recordName>[1], says: (name: string) => LocalText, network: Network): Choice => ({
  value: id,
  label: says(recordName(network, id)),
})

/** A target is its kind, or the id of the record it is about. */
function targetText(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null) return stored
  const { kind, vrfId, peeringId } = stored as { readonly [field: string]: unknown }
  return vrfId ?? peeringId ?? kind
}

function readTarget(typed: unknown): unknown {
  const value = String(typed)
  if (value.startsWith('vrf:')) return { kind: 'vpn-instance', vrfId: value }
  return value.startsWith('peering:') ? { kind: 'peer', peeringId: value } : { kind: value }
}

export const monitorField = monitorOf(tables)

export const bmpSessionGroups: readonly FieldGroup[] = [
  {
    fields: [
      {
        kind: 'reference',
        path: ['stationId'],
        label: text('Station', '监控服务器'),
        candidates: (network) => idsOf(network.stations),
      },
      {
        kind: 'number',
        path: ['tcpPort'],
        label: text('TCP port, if not the station’s', 'TCP 端口（与服务器不同时）'),
      },
      { kind: 'text', path: ['alias'], label: text('Alias', '别名'), mono: true },
      vrfField(),
      {
        kind: 'reference',
        path: ['source', 'interfaceId'],
        label: text('Source interface', '源接口'),
        candidates: (network, record) => ('deviceId' in record ? interfacesOf(network, record.deviceId) : []),
        unset,
      },
      { kind: 'text', path: ['source', 'address'], label: text('Source address', '源地址'), mono: true },
      monitorOf((network) => [...tables(network), ...peers(network)]),
    ],
  },
]

import type { Network, NetworkRecord } from '@weft/domain'
import { text } from '@weft/domain'
import type { FieldGroup, FieldSpec } from './fields'
import { under } from './fields'
import { cli, familyChoices, idsOf, unicastChoices, unset, vrfField, yesOrNo } from './spec-parts'

/** The BGP processes of a device: the base one and those beside it have the same settings. */

const routePolicy: FieldSpec = {
  kind: 'reference',
  path: ['routePolicyId'],
  label: text('Route policy', '路由策略'),
  candidates: (network) => idsOf(network.routePolicies),
  unset,
}
const unicast: FieldSpec = {
  kind: 'choice',
  path: ['family'],
  label: text('Address family', '地址族'),
  choices: unicastChoices,
}
const anyVrf: FieldSpec = {
  kind: 'reference',
  path: ['vrfId'],
  label: text('VPN instance', 'VPN 实例'),
  candidates: (network) => idsOf(network.vrfs),
}

const processFields: readonly FieldSpec[] = [
  { kind: 'text', path: ['routerId'], label: text('Router ID', 'Router ID'), mono: true },
  { kind: 'text', path: ['clusterId'], label: text('Cluster ID', '集群 ID'), mono: true },
  {
    kind: 'rows',
    path: ['announce'],
    label: text('Announced prefixes', '发布的网段'),
    template: () => ({ prefix: '10.0.0.0/24' }),
    fields: () => [
      { kind: 'text', path: ['prefix'], label: text('Prefix', '网段'), mono: true, wide: true },
      vrfField(),
      routePolicy,
    ],
  },
  {
    kind: 'rows',
    path: ['importRoutes'],
    label: text('Imported routes', '引入的路由'),
    template: () => ({ protocol: 'direct', family: 'ipv4-unicast' }),
    fields: () => [
      {
        kind: 'choice',
        path: ['protocol'],
        label: text('Protocol', '协议'),
        choices: ['direct', 'static', 'ospf', 'ospfv3', 'isis'].map(cli),
      },
      { kind: 'number', path: ['processId'], label: text('Process', '进程') },
      unicast,
      vrfField(),
      { ...routePolicy, wide: true },
    ],
  },
  {
    kind: 'rows',
    path: ['advertiseEvpn'],
    label: text('VPN routes into EVPN', '发布到 EVPN 的 VPN 路由'),
    template: ({ vrfs }) => {
      const [vrfId] = idsOf(vrfs)
      return vrfId && { vrfId, family: 'ipv4-unicast' }
    },
    fields: () => [anyVrf, unicast],
  },
  {
    kind: 'rows',
    path: ['familySettings'],
    label: text('Address families', '地址族'),
    template: () => ({ family: 'ipv4-unicast' }),
    fields: () => [
      { ...unicast, kind: 'choice', choices: familyChoices },
      vrfField(),
      {
        kind: 'number',
        path: ['maximumLoadBalancing'],
        label: text('maximum load-balancing', 'maximum load-balancing'),
      },
      { kind: 'flag', path: ['withoutSynchronization'], label: text('undo synchronization', 'undo synchronization') },
    ],
  },
  {
    ...yesOrNo(
      ['vpnTargetPolicy'],
      text('Filter routes by VPN target', '按 VPN Target 过滤路由'),
      text('unless it passes them on', '转发这些路由时不过滤'),
    ),
    wide: true,
  },
  { kind: 'flag', path: ['privateFourByteAs'], label: text('private-4-byte-as enable', 'private-4-byte-as enable') },
]

/** A name of a further process that the device does not have yet. */
function newProcess(network: Network, record: NetworkRecord): unknown {
  const device = network.devices[record.id]
  const names = new Set((device?.bgpInstances ?? []).map(({ name }) => name))
  let number = 1
  while (names.has(`evpn${number}`)) number++
  return { name: `evpn${number}`, asNumber: device?.asNumber ?? 65000 }
}

export const bgpProcessGroups: readonly FieldGroup[] = [
  {
    title: text('BGP process', 'BGP 进程'),
    fields: [
      ...under(['bgp'], processFields),
      { kind: 'flag', path: ['bgp', 'keepAllRoutes'], label: text('keep-all-routes', 'keep-all-routes') },
    ],
  },
  {
    title: text('Further BGP processes', '其他 BGP 进程'),
    fields: [
      {
        kind: 'rows',
        path: ['bgpInstances'],
        label: text('bgp … instance', 'bgp … instance'),
        hint: text(
          'They carry EVPN and the families of VPN instances; ends of peerings choose theirs by name.',
          '它们承载 EVPN 和 VPN 实例的地址族；对等体的一端按名称选择所属进程。',
        ),
        template: newProcess,
        fields: () => [
          { kind: 'text', path: ['name'], label: text('Name', '名称'), mono: true },
          { kind: 'text', path: ['asNumber'], label: text('AS number', 'AS 号'), mono: true },
          ...processFields,
        ],
      },
    ],
  },
]

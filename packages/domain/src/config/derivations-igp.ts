import { derivation, reference } from './derivation'

/** Lines of OSPF, OSPFv3 and IS-IS. */
export const igpDerivations = {
  'ospf.process': derivation(
    'OSPF makes the LoopBacks of the underlay reachable.',
    'OSPF 使底层网络的 LoopBack 可达。',
    reference('ospf'),
  ),
  'ospf.import-route': derivation(
    'Routes of another source become external routes of OSPF here.',
    '此处将其他来源的路由引入 OSPF，成为外部路由。',
    reference('import-route (OSPF view)'),
  ),
  'ospf.suppress-reachability': derivation(
    'Subnets of links are not announced, so that only LoopBacks fill the routing tables.',
    '不发布链路网段，路由表中只有 LoopBack。',
    reference('suppress-reachability (OSPF view)'),
  ),
  'ospf.area-type': derivation(
    'A stub area or NSSA keeps external routes out; all its routers have to say so.',
    'Stub 区域或 NSSA 不接收外部路由，区域内所有设备都要配置。',
    reference('nssa (OSPF area view)'),
  ),
  'ospf.silent-interface': derivation(
    'The prefix of this interface is known to OSPF, but no neighbour is sought on it.',
    '该接口的网段在 OSPF 中发布，但不在其上建立邻居。',
    reference('silent-interface (OSPF view)'),
  ),
  'ospf.area': derivation('The area of the interfaces below.', '以下接口所属的区域。', reference('area')),
  'ospf.network': derivation(
    'Enables OSPF on an interface: a LoopBack by its address, a link by its subnet.',
    '在接口上使能 OSPF：LoopBack 按地址匹配，链路按网段匹配。',
    reference('network (OSPF area view)'),
  ),
  'interface.ospf-cost': derivation(
    'OSPF cost given for the interface.',
    '为接口指定的 OSPF 开销。',
    reference('ospf cost'),
  ),
  'interface.ospf-network-type': derivation(
    'OSPF network type; both ends of a link must have the same.',
    'OSPF 网络类型；链路两端必须一致。',
    reference('ospf network-type'),
  ),
  'interface.ospf-timer': derivation(
    'OSPF timer given for the interface; it must match on the link.',
    '为接口指定的 OSPF 定时器；链路两端必须一致。',
    reference('ospf timer hello'),
  ),
  'interface.ospf-enable': derivation(
    'OSPF is enabled on the interface itself, whatever the statements of the process match.',
    '在接口上直接使能 OSPF，不依赖进程中的 network 命令。',
    reference('ospf enable'),
  ),
  'interface.ospf-mtu': derivation(
    'The neighbours compare their MTU; it must be the same on the link.',
    '邻居之间检查 MTU，链路两端必须一致。',
    reference('ospf mtu-enable'),
  ),

  'ospfv3.process': derivation(
    'OSPFv3 makes the IPv6 LoopBacks of the underlay reachable.',
    'OSPFv3 使底层网络的 IPv6 LoopBack 可达。',
    reference('ospfv3'),
  ),
  'ospfv3.router-id': derivation(
    'OSPFv3 takes its router ID from no address; without one it does nothing.',
    'OSPFv3 不会从地址中选取 Router ID，没有配置则不工作。',
    reference('router-id (OSPFv3 view)'),
  ),
  'ospfv3.import-route': derivation(
    'Routes of another source become external routes of OSPFv3 here.',
    '此处将其他来源的路由引入 OSPFv3，成为外部路由。',
    reference('import-route (OSPFv3 view)'),
  ),
  'ospfv3.silent-interface': derivation(
    'The prefix of this interface is known to OSPFv3, but no neighbour is sought on it.',
    '该接口的网段在 OSPFv3 中发布，但不在其上建立邻居。',
    reference('silent-interface (OSPFv3 view)'),
  ),
  'ospfv3.area': derivation(
    'An area of the interfaces that name it.',
    '由接口引用的区域。',
    reference('area (OSPFv3 view)'),
  ),
  'ospfv3.area-type': derivation(
    'A stub area or NSSA keeps external routes out; all its routers have to say so.',
    'Stub 区域或 NSSA 不接收外部路由，区域内所有设备都要配置。',
    reference('nssa (OSPFv3 area view)'),
  ),
  'interface.ospfv3': derivation(
    'OSPFv3 runs on the interface, in this area.',
    '接口在该区域运行 OSPFv3。',
    reference('ospfv3 area'),
  ),
  'interface.ospfv3-cost': derivation(
    'OSPFv3 cost given for the interface.',
    '为接口指定的 OSPFv3 开销。',
    reference('ospfv3 cost'),
  ),
  'interface.ospfv3-network-type': derivation(
    'OSPFv3 network type; both ends of a link must have the same.',
    'OSPFv3 网络类型；链路两端必须一致。',
    reference('ospfv3 network-type'),
  ),
  'interface.ospfv3-timer': derivation(
    'OSPFv3 timer given for the interface; it must match on the link.',
    '为接口指定的 OSPFv3 定时器；链路两端必须一致。',
    reference('ospfv3 timer hello'),
  ),

  'isis.process': derivation(
    'IS-IS makes the LoopBacks of the underlay reachable.',
    'IS-IS 使底层网络的 LoopBack 可达。',
    reference('isis'),
  ),
  'isis.level': derivation(
    'The levels of the device; without the line it is in both.',
    '设备所处的级别；不配置则同时属于两级。',
    reference('is-level'),
  ),
  'isis.cost-style': derivation(
    'The form of costs; routers with narrow and with wide costs have no routes to each other.',
    '开销类型；narrow 与 wide 的设备之间没有路由。',
    reference('cost-style'),
  ),
  'isis.network-entity': derivation(
    'Area and system ID: the one given, or the area of the underlay with the router ID.',
    '区域与 System ID：取指定值，否则由底层网络的区域和 Router ID 组成。',
    reference('network-entity'),
  ),
  'isis.ipv6': derivation(
    'IS-IS carries IPv6 routes, in the topology of IPv4 or in one of its own.',
    'IS-IS 承载 IPv6 路由，使用与 IPv4 相同的拓扑或独立拓扑。',
    reference('ipv6 enable (IS-IS view)'),
  ),
  'isis.import-route': derivation(
    'Routes of another source become routes of IS-IS here.',
    '此处将其他来源的路由引入 IS-IS。',
    reference('import-route (IS-IS view)'),
  ),
  'interface.isis': derivation('IS-IS runs on the interface.', '接口运行 IS-IS。', reference('isis enable')),
  'interface.isis-ipv6': derivation(
    'IS-IS carries the IPv6 routes of the interface.',
    '接口的 IPv6 路由由 IS-IS 承载。',
    reference('isis ipv6 enable'),
  ),
  'interface.isis-circuit-type': derivation(
    'A link between two routers needs no designated one; both ends must have the same type.',
    '两台设备之间的链路无需选举 DIS；两端类型必须一致。',
    reference('isis circuit-type'),
  ),
  'interface.isis-circuit-level': derivation(
    'The levels of neighbours on this interface.',
    '该接口上邻居的级别。',
    reference('isis circuit-level'),
  ),
  'interface.isis-cost': derivation(
    'IS-IS cost given for the interface.',
    '为接口指定的 IS-IS 开销。',
    reference('isis cost'),
  ),
  'interface.isis-timer': derivation(
    'IS-IS timer given for the interface.',
    '为接口指定的 IS-IS 定时器。',
    reference('isis timer hello'),
  ),
  'interface.isis-silent': derivation(
    'The prefix of this interface is known to IS-IS, but no neighbour is sought on it.',
    '该接口的网段在 IS-IS 中发布，但不在其上建立邻居。',
    reference('isis silent'),
  ),
} as const

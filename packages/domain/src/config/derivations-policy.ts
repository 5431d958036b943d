import { derivation, reference } from './derivation'

export const policyDerivations = {
  'policy.prefix-list': derivation(
    'An entry of an IP prefix list that BGP of this device uses; the first entry a route matches decides.',
    '本设备 BGP 使用的 IP 前缀列表的表项；以路由首先匹配的表项为准。',
    reference('ip ip-prefix'),
  ),
  'policy.as-path-filter': derivation(
    'An entry of an AS-path filter that BGP of this device uses.',
    '本设备 BGP 使用的 AS 路径过滤器的表项。',
    reference('ip as-path-filter'),
  ),
  'policy.node': derivation(
    'A node of a route policy that BGP of this device uses; a route that no node matches is denied.',
    '本设备 BGP 使用的路由策略的节点；不匹配任何节点的路由被拒绝。',
    reference('route-policy'),
  ),
  'policy.match-prefix': derivation(
    'The node is for routes that the prefix list permits.',
    '该节点用于前缀列表允许的路由。',
    reference('if-match ip-prefix'),
  ),
  'policy.match-as-path': derivation(
    'The node is for routes whose AS path the filter permits.',
    '该节点用于 AS 路径被过滤器允许的路由。',
    reference('if-match as-path-filter'),
  ),
  'policy.apply': derivation(
    'An attribute that routes get here; it takes part in the choice of the best route.',
    '在此为路由设置的属性，参与最优路由的选择。',
    reference('apply local-preference'),
  ),
  'policy.apply-as-path': derivation(
    'AS numbers put before the AS path, which makes the route longer.',
    '在 AS 路径之前添加 AS 号，使路由变长。',
    reference('apply as-path'),
  ),
  'policy.other': derivation(
    'A clause that is kept as it was given: Weft does not weigh it.',
    '按原样保留的子句，Weft 不对其进行计算。',
    reference('route-policy'),
  ),
} as const

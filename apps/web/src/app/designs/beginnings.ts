import type { Design, FabricOptions, LocalText } from '@weft/domain'
import { fabricProblems, interAsProblems, newFabric, newInterAs, sampleDesign, text } from '@weft/domain'

/** What a new design can begin with; the same fabrics as `weft new` makes. */
export const beginnings = ['empty', 'fabric', 'inter-as', 'sample'] as const
export type Beginning = (typeof beginnings)[number]

export const beginningNames: { readonly [each in Beginning]: { readonly label: LocalText; readonly says: LocalText } } =
  {
    empty: { label: text('Empty canvas', '空白画布'), says: text('draw it yourself', '自行绘制') },
    fabric: {
      label: text('Leaf-spine fabric', 'Leaf-spine 网络'),
      says: text('complete, with every number given', '完整网络，所有编号均已给出'),
    },
    'inter-as': {
      label: text('Two ASs of routers', '两个路由器 AS'),
      says: text('NE40E, VPNv4 and VPNv6 between them', 'NE40E，AS 间为 VPNv4 和 VPNv6'),
    },
    sample: {
      label: text('Sample fabric', '示例网络'),
      says: text('two spines, four leaves, a BMP station', '2 台 spine、4 台 leaf、1 个 BMP 监控服务器'),
    },
  }

/** As they are typed; the underlay is chosen. */
export type Numbers = { readonly [option in keyof FabricOptions | 'pes']-?: string }
type Option = keyof Numbers

export const firstNumbers: Numbers = {
  spines: '2',
  leaves: '4',
  pairs: '1',
  servers: '4',
  underlay: 'ospf',
  reflectors: '',
  bmp: '0',
  evpn: '0',
  seed: '1',
  pes: '2',
}

const underlays: { readonly [kind in FabricOptions['underlay']]: LocalText } = {
  ospf: text('OSPF', 'OSPF'),
  ospfv3: text('OSPFv3, IPv6 alone', 'OSPFv3，仅 IPv6'),
  isis: text('IS-IS', 'IS-IS'),
  ebgp: text('EBGP on every link', '每条链路 EBGP'),
}

export type NumberField = {
  readonly key: Option
  readonly label: LocalText
  readonly hint?: LocalText
  readonly choices?: readonly { readonly value: string; readonly label: LocalText }[]
}

const fabricFields: readonly NumberField[] = [
  { key: 'spines', label: text('Spines of each pod', '每个 Pod 的 spine 数') },
  { key: 'leaves', label: text('Leaves', 'Leaf 数'), hint: text('more than 28 make pods', '超过 28 台时分为多个 Pod') },
  { key: 'pairs', label: text('M-LAG pairs', 'M-LAG 组数'), hint: text('two leaves each', '每组两台 leaf') },
  { key: 'servers', label: text('Servers', '服务器数') },
  {
    key: 'underlay',
    label: text('Underlay', '底层网络'),
    choices: Object.entries(underlays).map(([value, label]) => ({ value, label })),
  },
  {
    key: 'reflectors',
    label: text('Route reflectors', '路由反射器数'),
    hint: text('empty: two, if spines allow', '留空：spine 足够时为两个'),
  },
  {
    key: 'evpn',
    label: text('Tenants over EVPN', 'EVPN 租户数'),
    hint: text('VPN instances and VNIs', 'VPN 实例与 VNI'),
  },
  { key: 'bmp', label: text('BMP stations', 'BMP 监控服务器数') },
  { key: 'seed', label: text('Seed', '随机种子'), hint: text('which VLAN each server is in', '决定各服务器所在 VLAN') },
]
const interAsFields: readonly NumberField[] = [{ key: 'pes', label: text('PEs of each AS', '每个 AS 的 PE 数') }]

/** What is asked of a beginning; reflectors are for an overlay of one AS. */
export function fieldsOf(beginning: Beginning, { underlay }: Numbers): readonly NumberField[] {
  if (beginning === 'inter-as') return interAsFields
  if (beginning !== 'fabric') return []
  return underlay === 'ebgp' ? fabricFields.filter(({ key }) => key !== 'reflectors') : fabricFields
}

const wholeNumber = text('A whole number is expected.', '应为整数。')

/** What does not make a design, each at its field. */
export function problemsOf(beginning: Beginning, numbers: Numbers): ReadonlyMap<Option, LocalText> {
  const unread = fieldsOf(beginning, numbers).filter(({ key, choices }) => {
    const mayBeEmpty = key === 'reflectors' && numbers[key].trim() === ''
    return choices === undefined && !mayBeEmpty && Number.isNaN(numberOf(numbers[key]))
  })
  if (unread.length > 0) return new Map(unread.map(({ key }) => [key, wholeNumber]))
  if (beginning === 'inter-as') {
    const [problem] = interAsProblems({ pes: numberOf(numbers.pes) })
    return new Map(problem ? [['pes', problem]] : [])
  }
  if (beginning !== 'fabric') return new Map()
  return new Map(fabricProblems(fabricOptions(numbers)).map(({ option, says }) => [option, says]))
}

/** The design, or nothing for an empty one; only where there are no problems. */
export function begun(beginning: Beginning, numbers: Numbers): Design | undefined {
  switch (beginning) {
    case 'empty':
      return undefined
    case 'fabric':
      return newFabric(fabricOptions(numbers))
    case 'inter-as':
      return newInterAs({ pes: numberOf(numbers.pes) })
    case 'sample':
      return sampleDesign()
  }
}

function fabricOptions(numbers: Numbers): FabricOptions {
  const underlay = (['ospf', 'ospfv3', 'isis', 'ebgp'] as const).find((kind) => kind === numbers.underlay) ?? 'ospf'
  return {
    spines: numberOf(numbers.spines),
    leaves: numberOf(numbers.leaves),
    pairs: numberOf(numbers.pairs),
    servers: numberOf(numbers.servers),
    underlay,
    ...(underlay === 'ebgp' || numbers.reflectors.trim() === '' ? {} : { reflectors: numberOf(numbers.reflectors) }),
    bmp: numberOf(numbers.bmp),
    evpn: numberOf(numbers.evpn),
    seed: numberOf(numbers.seed),
  }
}

function numberOf(typed: string): number {
  return /^\d{1,10}$/.test(typed.trim()) ? Number(typed) : Number.NaN
}

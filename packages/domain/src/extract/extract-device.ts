import type { InterfaceName } from '@weft/net'
import { compareInterfaceNames, parseMacAddress } from '@weft/net'
import type { ParsedConfig } from '@weft/vrp'
import { collections } from '../model'
import type { Command } from './commands'
import { commandReader } from './commands'
import type { DeviceFacts, IgpFacts, SpanningTreeFacts } from './device-facts'
import { readRanges } from './normal-form'
import { readBgp } from './read-bgp'
import { readBmp } from './read-bmp'
import { bridgeDomainNumber, readBridgeDomain, readVlanView } from './read-bridge-domain'
import { readDfsGroup } from './read-dfs-group'
import { processIdOf, readIgp } from './read-igp'
import { readInterface } from './read-interface'
import type { PolicyDraft } from './read-policies'
import { emptyPolicies, readPolicyLine } from './read-policies'
import { readStaticRoute } from './read-static-route'
import { readVpnInstance } from './read-vpn-instances'
import { accepted, interfaceNameOf, ipv4Of, numberOf } from './values'

/** A name the record of a VPN instance can have, and a BGP process too. */
const vrfName = collections.vrfs.shape.name

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }
type Draft = {
  name?: string
  nameLine?: number
  asNotationPlain: boolean
  bfd: boolean
  evpnOverlay: boolean
  routerId?: DeviceFacts['routerId']
  readonly vlans: Set<number>
  readonly vlanViews: DeviceFacts['vlanViews'][number][]
  readonly bridgeDomains: Map<number, Command[]>
  readonly spanningTree: Mutable<SpanningTreeFacts>
  readonly interfaces: Map<InterfaceName, Command[]>
  readonly vrfs: Map<string, DeviceFacts['vrfs'] extends ReadonlyMap<string, infer Vrf> ? Vrf : never>
  readonly dfsGroup: Command[]
  readonly bgp: Command[]
  /** By name. */
  readonly bgpInstances: Map<string, Command[]>
  readonly bmp: Command[]
  readonly policies: PolicyDraft
  readonly ospf: IgpFacts[]
  readonly ospfv3: IgpFacts[]
  readonly isis: IgpFacts[]
  readonly staticRoutes: DeviceFacts['staticRoutes'][number][]
}

export type NamedFile = {
  readonly name: string
  /** The device that showed the configuration, when a prompt says so. */
  readonly host: string | undefined
  readonly parsed: ParsedConfig
  readonly commands: readonly Command[]
}

/** What one configuration says about its device. Nothing is guessed: a line that is not read here is carried. */
export function extractDevice({ name: file, host, parsed, commands }: NamedFile): DeviceFacts {
  const facts = factsOf(commands, { file, name: host ?? nameOfFile(file) })
  return { ...facts, whole: facts.nameLine !== undefined && isWhole(parsed) }
}

/** What these commands say about a device, as parts of its configuration. @param place its name unless they give one */
export function factsOf(commands: readonly Command[], place: Pick<DeviceFacts, 'file' | 'name'>): DeviceFacts {
  const draft: Draft = {
    asNotationPlain: false,
    bfd: false,
    evpnOverlay: false,
    vlans: new Set(),
    vlanViews: [],
    bridgeDomains: new Map(),
    spanningTree: { vStp: false, rootPrimary: false },
    interfaces: new Map(),
    vrfs: new Map(),
    dfsGroup: [],
    bgp: [],
    bgpInstances: new Map(),
    bmp: [],
    policies: emptyPolicies(),
    ospf: [],
    ospfv3: [],
    isis: [],
    staticRoutes: [],
  }
  for (const command of commands) {
    if (!readPolicyLine(draft.policies, command)) readTopLine(draft, command)
  }
  const names = [...draft.interfaces.keys()].sort(compareInterfaceNames)
  const bgp = draft.bgp.length === 0 ? undefined : readBgp(draft.bgp)
  return {
    file: place.file,
    name: draft.name ?? place.name,
    ...(draft.nameLine === undefined ? {} : { nameLine: draft.nameLine }),
    whole: false,
    asNotationPlain: draft.asNotationPlain,
    bfd: draft.bfd,
    evpnOverlay: draft.evpnOverlay,
    ...(draft.routerId === undefined ? {} : { routerId: draft.routerId }),
    vlans: [...draft.vlans].sort((a, b) => a - b),
    vlanViews: draft.vlanViews,
    bridgeDomains: [...draft.bridgeDomains]
      .sort(([a], [b]) => a - b)
      .map(([number, views]) => readBridgeDomain(number, views)),
    spanningTree: draft.spanningTree,
    interfaces: new Map(names.map((name) => [name, readInterface(name, draft.interfaces.get(name) ?? [])])),
    vrfs: draft.vrfs,
    ...(draft.dfsGroup.length === 0 ? {} : { dfsGroup: readDfsGroup(draft.dfsGroup) }),
    ...(bgp === undefined ? {} : { bgp }),
    policies: draft.policies,
    bgpInstances: [...draft.bgpInstances].flatMap(([name, views]) => readBgp(views, name) ?? []),
    ...(draft.bmp.length === 0 ? {} : { bmp: readBmp(draft.bmp) }),
    ospf: draft.ospf,
    ospfv3: draft.ospfv3,
    isis: draft.isis,
    staticRoutes: draft.staticRoutes,
  }
}

const readTopLine = commandReader<Draft>({
  'sysname **': (draft, [name], { line }) => {
    draft.name ??= name
    draft.nameLine ??= line
  },
  'as-notation plain': (draft) => {
    draft.asNotationPlain = true
  },
  bfd: (draft) => {
    draft.bfd = true
  },
  'evpn-overlay enable': (draft) => {
    draft.evpnOverlay = true
  },
  'router id *': (draft, [text = '']) => {
    const routerId = ipv4Of(text)
    if (routerId !== undefined) draft.routerId = routerId
  },
  'vlan batch **': ({ vlans }, [items = '']) => {
    for (const vlan of readRanges(items.split(' ')) ?? []) vlans.add(vlan)
  },
  'vlan *': ({ vlanViews }, [text = ''], view) => {
    const vlan = numberOf(text, 4094)
    if (vlan === undefined || vlan === 0) return
    const facts = readVlanView(vlan, view)
    // A view of which nothing was read is carried as it is.
    if (Object.keys(facts).length > 1) vlanViews.push(facts)
  },
  'bridge-domain *': ({ bridgeDomains }, [text = ''], view) => {
    const number = bridgeDomainNumber(text)
    if (number !== undefined) addView(bridgeDomains, number, view)
  },
  'stp mode *': ({ spanningTree }, [mode = '']) => {
    if (mode === 'stp' || mode === 'rstp' || mode === 'mstp' || mode === 'vbst') spanningTree.mode = mode
  },
  'stp v-stp enable': ({ spanningTree }) => {
    spanningTree.vStp = true
  },
  'stp root primary': ({ spanningTree }) => {
    spanningTree.rootPrimary = true
  },
  'stp bridge-address *': ({ spanningTree }, [text = '']) => {
    const address = accepted(parseMacAddress(text))
    if (address !== undefined) spanningTree.bridgeAddress = address
  },
  'ip vpn-instance *': ({ vrfs }, [name = ''], view) => {
    if (!vrfs.has(name) && vrfName.safeParse(name).success) vrfs.set(name, readVpnInstance(name, view))
  },
  'interface *': ({ interfaces }, [text = ''], view) => addInterface(interfaces, text, view),
  'interface * mode l2': ({ interfaces }, [text = ''], view) => addInterface(interfaces, text, view),
  'dfs-group 1': ({ dfsGroup }, _, view) => {
    dfsGroup.push(view)
  },
  'bgp *': ({ bgp }, _, view) => {
    bgp.push(view)
  },
  'bgp * instance *': ({ bgpInstances }, [, name = ''], view) => {
    if (!vrfName.safeParse(name).success) return
    const views = bgpInstances.get(name)
    if (views === undefined) bgpInstances.set(name, [view])
    else views.push(view)
  },
  bmp: ({ bmp }, _, view) => {
    bmp.push(view)
  },
  'ospf **': ({ ospf }, _, view) => addProcess(ospf, view),
  'ospfv3 **': ({ ospfv3 }, _, view) => addProcess(ospfv3, view),
  'isis **': ({ isis }, _, view) => addProcess(isis, view),
  'ip route-static **': (draft, _, command) => addRoute(draft, command),
  'ipv6 route-static **': (draft, _, command) => addRoute(draft, command),
})

function addInterface(interfaces: Draft['interfaces'], text: string, view: Command): void {
  const name = interfaceNameOf(text)
  if (name !== undefined) addView(interfaces, name, view)
}

function addView<Key>(views: Map<Key, Command[]>, key: Key, view: Command): void {
  const known = views.get(key)
  if (known === undefined) views.set(key, [view])
  else known.push(view)
}

function addProcess(processes: IgpFacts[], view: Command): void {
  const processId = processIdOf(view)
  if (processId !== undefined && !processes.some((known) => known.processId === processId)) {
    processes.push(readIgp(processId, view))
  }
}

function addRoute({ staticRoutes }: Draft, command: Command): void {
  const route = readStaticRoute(command)
  if (route !== undefined) staticRoutes.push(route)
}

/** A whole configuration ends with `return`, or begins with the heading a device puts over a dump. */
function isWhole({ nodes }: ParsedConfig): boolean {
  return nodes.some(
    ({ kind, text }) => kind === 'return' || (kind === 'comment' && text.startsWith('!Software Version')),
  )
}

/** `fabric/leaf-1.cfg` is named `leaf-1`. */
export function nameOfFile(file: string): string {
  const base = file.split(/[\\/]/).at(-1) ?? file
  const name = base.replace(/\.(?:cfg|txt|conf|log)$/i, '').replace(/[^A-Za-z0-9._-]+/g, '-')
  return name === '' ? 'device' : name.slice(0, 63)
}

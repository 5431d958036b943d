import type { Compilation, DeviceId, Network } from '@weft/domain'
import { configText } from '@weft/domain'
import type { ExportFile } from '../export-bundle'
import type { Lab, LabNode } from './lab'

/** The image FRR publishes for the release this configuration is written for. */
export const frrImage = 'quay.io/frrouting/frr:8.4.4'
/** containerlab brings no image of a vendor: whoever owns one builds it with vrnetlab and names it here. */
const vrpImage = 'vrnetlab/huawei_vrp:latest'

/**
 * A containerlab topology with FRR nodes: the wires of the lab as links, and per node its configuration, its
 * daemons and the script that sets its interfaces up. The daemons are told by the kernel when those come.
 *
 * @source containerlab manual, "Topology definition" (nodes, links, binds, exec, sysctls) and "linux" kind
 */
export function frrContainerlab(name: string, lab: Lab): readonly ExportFile[] {
  const nodes = lab.nodes.flatMap((node) => [
    `    ${quoted(node.name)}:`,
    '      kind: linux',
    `      image: ${quoted(frrImage)}`,
    ...(node.sysctls.length === 0 ? [] : ['      sysctls:', ...node.sysctls.map((line) => `        ${setting(line)}`)]),
    '      binds:',
    ...bindsOf(node).map((bind) => `        - ${quoted(bind)}`),
    '      exec:',
    '        - "sh /setup.sh"',
  ])
  const links = lab.wires.map(
    ({ ends: [a, b] }) => `    - endpoints: [${quoted(`${a.node}:${a.linux}`)}, ${quoted(`${b.node}:${b.linux}`)}]`,
  )
  return [
    topologyFile(name, nodes, links),
    ...lab.nodes.flatMap((node): readonly ExportFile[] => [
      { path: `${node.name}/setup.sh`, text: setupScript(node) },
      ...(node.frr === undefined
        ? []
        : [
            { path: `${node.name}/frr.conf`, text: node.frr.config },
            { path: `${node.name}/daemons`, text: daemonsFile(node.frr) },
          ]),
    ]),
  ]
}

/**
 * The same cables between nodes of kind `huawei_vrp`, with the configurations of the design as they are. The
 * names of data ports follow containerlab's numbering of the kind, in the order of each device's ports.
 *
 * @source containerlab manual, "Huawei VRP" kind: startup-config, interface naming
 */
export function vrpContainerlab(
  name: string,
  network: Network,
  { compilation, lab }: { readonly compilation: Compilation; readonly lab: Lab },
): readonly ExportFile[] {
  const nodeOf = new Map(lab.nodes.map((node) => [node.recordId, node.name]))
  const ports = portNumbers(compilation)
  const devices = lab.nodes.filter(({ kind, recordId }) => kind === 'router' && recordId !== undefined)
  const nodes = devices.flatMap(({ name: node }) => [
    `    ${quoted(node)}:`,
    '      kind: huawei_vrp',
    `      image: ${quoted(vrpImage)}`,
    `      startup-config: ${quoted(`${node}.cfg`)}`,
  ])
  const links = compilation.intent.cables.flatMap(({ ends }) => {
    const [a, b] = ends.map((end) => {
      if (end.kind !== 'interface' || network.interfaces[end.interfaceId] === undefined) return undefined
      const [node, number] = [nodeOf.get(end.deviceId), ports.get(end.interfaceId)]
      return node === undefined || number === undefined ? undefined : quoted(`${node}:eth${number}`)
    })
    return a === undefined || b === undefined ? [] : [`    - endpoints: [${a}, ${b}]`]
  })
  return [
    topologyFile(name, nodes, links),
    ...devices.flatMap((node): readonly ExportFile[] => {
      const tree = compilation.configs.get(node.recordId as DeviceId)
      return tree === undefined ? [] : [{ path: `${node.name}.cfg`, text: configText(tree) }]
    }),
  ]
}

function topologyFile(name: string, nodes: readonly string[], links: readonly string[]): ExportFile {
  const lines = [
    `name: ${quoted(name)}`,
    'topology:',
    '  nodes:',
    ...nodes,
    '  links:',
    ...(links.length === 0 ? ['    []'] : links),
  ]
  return { path: `${name}.clab.yml`, text: `${lines.join('\n')}\n` }
}

function portNumbers({ intent }: Compilation): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  for (const { interfaces } of intent.devices.values()) {
    const physical = interfaces.filter(({ kind, name }) => kind === 'ethernet' && !name.includes('.'))
    for (const [index, { interfaceId }] of physical.entries())
      if (interfaceId !== undefined) numbers.set(interfaceId, index + 1)
  }
  return numbers
}

function bindsOf(node: LabNode): readonly string[] {
  const files =
    node.frr === undefined
      ? []
      : [
          ['frr.conf', '/etc/frr/frr.conf'],
          ['daemons', '/etc/frr/daemons'],
        ]
  return [...files, ['setup.sh', '/setup.sh']].map(([file, place]) => `${node.name}/${file}:${place}`)
}

/** Words are ids, numbers and addresses of closed alphabets; a script of anything else is a mistake of ours. */
function setupScript(node: LabNode): string {
  const lines = [...node.before, ...node.after].map((words) => {
    for (const word of words) if (!/^[A-Za-z0-9.:/_-]+$/.test(word)) throw new Error(`not a word for ip: ${word}`)
    return `ip ${words.join(' ')}`
  })
  return `set -e\n${lines.join('\n')}\n`
}

function daemonsFile({ daemons, bmp }: NonNullable<LabNode['frr']>): string {
  const all = ['bgpd', 'ospfd', 'ospf6d', 'isisd', 'staticd', 'bfdd'] as const
  const options = bmp ? 'bgpd_options="-A 127.0.0.1 -M bmp"\n' : ''
  return `${all.map((daemon) => `${daemon}=${daemons.includes(daemon) ? 'yes' : 'no'}`).join('\n')}\n${options}vtysh_enable=yes\n`
}

function setting(line: string): string {
  const [key = '', value = ''] = line.split('=')
  return `${key}: ${value}`
}

/** JSON strings are YAML strings, so no name is taken for a number, a truth value or a comment. */
function quoted(value: string): string {
  return JSON.stringify(value)
}

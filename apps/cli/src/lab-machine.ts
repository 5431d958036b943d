import type { ChildProcess } from 'node:child_process'
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, openSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FrrDaemon, Lab, LabNode, Wire } from '@weft/exchange'
import { inTurns, pause, ShellTrouble, shell } from './lab-shell'
import { heardBy, startStation, stationProgram } from './lab-station'

const daemonFolder = '/usr/lib/frr'

/** A lab that runs: what its nodes can be asked, and how it ends. */
export type Machine = {
  readonly folder: string
  /** Runs a command of FRR's shell on a router. */
  readonly ask: (node: string, command: string) => Promise<string>
  /** Runs a program inside a node. */
  readonly inside: (node: string, words: readonly string[]) => Promise<string>
  /** Names of the routers that introduced themselves to a BMP station since it was started. */
  readonly heard: (node: string, port: number) => Promise<readonly string[]>
  /** Ends the stations and their sessions, and starts them with empty ears. */
  readonly restartStations: () => Promise<void>
  readonly logsOf: (node: string) => string
  readonly cut: (wires: readonly Wire[]) => Promise<void>
  /** Lets this process end without it. */
  readonly leave: () => void
  readonly stop: () => Promise<void>
}

/** What keeps this machine from running a lab, each with its remedy. */
export function missingForLab(): readonly string[] {
  const folders = ['/usr/sbin', '/sbin', '/usr/bin', '/bin']
  const has = (program: string): boolean => folders.some((folder) => existsSync(join(folder, program)))
  const missing = [
    process.platform === 'linux' ? '' : 'network namespaces are a Linux feature: run it on Linux',
    process.getuid?.() === 0 ? '' : 'network namespaces need root: run it as root (sudo)',
    existsSync(join(daemonFolder, 'bgpd')) && has('vtysh') ? '' : 'FRR is missing: apt-get install -y frr',
    existsSync(stationProgram) ? '' : 'the BMP station is missing: apt-get install -y pmacct',
    has('ip') ? '' : 'ip is missing: apt-get install -y iproute2',
    has('sysctl') ? '' : 'sysctl is missing: apt-get install -y procps',
  ].filter((line) => line !== '')
  return missing.length > 0 ? missing : refusals()
}

/** Root of a container may not be root enough: one namespace is made, used and removed. */
function refusals(): readonly string[] {
  const namespace = `weft-try-${randomBytes(4).toString('hex')}`
  const failed = [
    ['netns', 'add', namespace],
    ['netns', 'exec', namespace, 'sysctl', '-q', '-w', 'net.ipv4.ip_forward=1'],
    ['netns', 'del', namespace],
  ].flatMap((words) => {
    const { status, stderr } = spawnSync('ip', words, { encoding: 'utf8' })
    return status === 0 ? [] : [stderr.trim()]
  })
  return failed.slice(0, 1).map((why) => `network namespaces are refused here (${why}): run it on a machine of its own`)
}

/** Whether VPN instances can be VRF devices here. */
export async function kernelHasVrf(): Promise<boolean> {
  const namespace = `weft-vrf-${randomBytes(4).toString('hex')}`
  await shell('ip', ['netns', 'add', namespace])
  try {
    await shell('ip', ['-n', namespace, 'link', 'add', 'probe', 'type', 'vrf', 'table', '1001'])
    return true
  } catch (error) {
    if (error instanceof ShellTrouble) return false
    throw error
  } finally {
    await shell('ip', ['netns', 'del', namespace])
  }
}

/**
 * Boots a lab: a network namespace per node, a virtual Ethernet pair per wire, then the daemons of each
 * router with sockets and logs of their own, then their configuration.
 *
 * @source ip-netns(8), veth(4), FRR 8.4 user guide "Basic Setup", "Daemon options" (-z, --vty_socket, -i)
 */
export async function startLab(lab: Lab): Promise<Machine> {
  const folder = await mkdtemp(join(tmpdir(), 'weft-lab-'))
  await chmod(folder, 0o755)
  const run = folder.slice(-6)
  const namespaces = new Map(lab.nodes.map((node, index) => [node.name, `weft-${run}-${index + 1}`]))
  const children: ChildProcess[] = []
  const stop = async (): Promise<void> => {
    await endAll(children)
    const present = new Set((await shell('ip', ['netns', 'list'])).split('\n').map((line) => line.split(' ')[0]))
    await inTurns(
      [...namespaces.values()].filter((name) => present.has(name)),
      (name) => shell('ip', ['netns', 'del', name]),
    )
    await rm(folder, { recursive: true, force: true })
  }
  const namespaceOf = (node: string): string => namespaces.get(node) ?? ''
  const folderOf = (node: string): string => join(folder, namespaceOf(node).slice(`weft-${run}-`.length))
  const stations: ChildProcess[] = []
  const restartStations = async (): Promise<void> => {
    await endAll(stations.splice(0))
    for (const { name, listensOn } of lab.nodes) {
      for (const port of listensOn ?? []) {
        const child = await startStation(stationPlace(name), port)
        stations.push(child)
        children.push(child)
      }
    }
  }
  const stationPlace = (node: string) => ({
    namespace: namespaceOf(node),
    file: join(folder, namespaceOf(node)),
    routers: lab.nodes.filter(({ frr }) => frr !== undefined).length,
  })
  try {
    await build(lab, namespaceOf)
    await restartStations()
    const routers = lab.nodes.filter(({ frr }) => frr !== undefined)
    await inTurns(routers, (node) =>
      startRouter(node, { namespace: namespaceOf(node.name), folder: folderOf(node.name), children }),
    )
  } catch (error) {
    await stop()
    throw error
  }
  return {
    folder,
    ask: (node, command) => shell('vtysh', ['--vty_socket', folderOf(node), '-c', command]),
    inside: (node, words) => shell('ip', ['netns', 'exec', namespaceOf(node), ...words]),
    heard: (node, port) => heardBy(stationPlace(node), port),
    restartStations,
    logsOf: folderOf,
    cut: async (wires) => {
      for (const { ends } of wires) {
        for (const { node, linux } of ends) await shell('ip', ['-n', namespaceOf(node), 'link', 'set', linux, 'down'])
      }
    },
    leave: () => {
      for (const child of children) child.unref()
    },
    stop,
  }
}

async function build(lab: Lab, namespaceOf: (node: string) => string): Promise<void> {
  const batch = (node: LabNode, commands: LabNode['before']): Promise<string> =>
    shell('ip', ['-n', namespaceOf(node.name), '-batch', '-'], commands.map((words) => `${words.join(' ')}\n`).join(''))
  await shell('ip', ['-batch', '-'], lab.nodes.map(({ name }) => `netns add ${namespaceOf(name)}\n`).join(''))
  await inTurns(lab.nodes, async (node) => {
    if (node.sysctls.length > 0)
      await shell('ip', ['netns', 'exec', namespaceOf(node.name), 'sysctl', '-q', '-w', ...node.sysctls])
    await batch(node, node.before)
  })
  const wires = lab.wires.map(({ ends: [a, b] }) => {
    const far = `peer name ${b.linux} netns ${namespaceOf(b.node)}`
    return `link add name ${a.linux} netns ${namespaceOf(a.node)} type veth ${far}\n`
  })
  await shell('ip', ['-batch', '-'], wires.join(''))
  await inTurns(lab.nodes, (node) => batch(node, node.after))
}

type Place = { readonly namespace: string; readonly folder: string; readonly children: ChildProcess[] }

async function startRouter({ name, frr }: LabNode, place: Place): Promise<void> {
  if (frr === undefined) return
  const { folder } = place
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'frr.conf'), frr.config)
  await writeFile(join(folder, 'vtysh.conf'), '')
  // A daemon takes its host name from its own file only; BMP introduces the router by it.
  await writeFile(join(folder, 'name.conf'), `hostname ${name}\n`)
  // The daemons give up root for the user of their package, who has to make sockets here.
  await shell('chown', ['-R', 'frr:frr', folder])
  const [zebra, ...others] = frr.daemons
  if (zebra !== undefined) await startDaemon(zebra, place)
  for (const daemon of others) await startDaemon(daemon, place, daemon === 'bgpd' && frr.bmp ? ['-M', 'bmp'] : [])
  const said = await shell('vtysh', ['--vty_socket', folder, '--config_dir', folder, '-b'])
  const refused = said.split('\n').filter((line) => line.startsWith('%') || /unknown command/i.test(line))
  if (refused.length > 0)
    throw new ShellTrouble(`FRR refused a line of ${folder}/frr.conf: ${refused.join('; ')}\n${frr.config}`)
}

async function startDaemon(
  daemon: FrrDaemon,
  { namespace, folder, children }: Place,
  more: readonly string[] = [],
): Promise<void> {
  const file = (name: string): string => join(folder, name)
  const log = openSync(file(`${daemon}.log`), 'a')
  const words = ['netns', 'exec', namespace, join(daemonFolder, daemon), '-P', '0']
  const own = ['-f', file('name.conf'), '-i', file(`${daemon}.pid`), '-z', file('zserv.api'), '--vty_socket', folder]
  const control = daemon === 'bfdd' ? ['--bfdctl', file('bfdd.sock')] : []
  const child = spawn('ip', [...words, ...own, ...control, ...more, '--log', 'stdout'], {
    stdio: ['ignore', log, log],
    detached: true,
  })
  children.push(child)
  for (const deadline = Date.now() + 10_000; !existsSync(file(`${daemon}.vty`)); await pause(50)) {
    if (child.exitCode !== null || Date.now() > deadline)
      throw new ShellTrouble(`${daemon} did not start:\n${await readFile(file(`${daemon}.log`), 'utf8')}`)
  }
}

/** Asks every daemon to end, waits a little, then ends those that did not. */
async function endAll(children: readonly ChildProcess[]): Promise<void> {
  const alive = (): readonly ChildProcess[] =>
    children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
  for (const child of alive()) child.kill('SIGTERM')
  for (const deadline = Date.now() + 3000; alive().length > 0 && Date.now() < deadline; ) await pause(50)
  for (const child of alive()) child.kill('SIGKILL')
}

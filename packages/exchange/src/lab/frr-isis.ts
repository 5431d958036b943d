import type { DeviceIntent, InterfaceIntent } from '@weft/domain'
import type { FrrPlace } from './frr-igp'
import { redistributions, runsHere } from './frr-igp'
import type { FrrBlock } from './frr-text'
import { frr, kept } from './frr-text'

type Process = DeviceIntent['isis'][number]
type Level = Process['level']

const levelWords = { 'level-1': 'level-1', 'level-1-2': 'level-1-2', 'level-2': 'level-2-only' } as const
const styles = {
  narrow: 'narrow',
  'narrow-compatible': 'transition',
  compatible: 'transition',
  'wide-compatible': 'transition',
  wide: 'wide',
} as const

/** The largest LSP of VRP, and what the link header takes of an MTU. @source CR "lsp-length"; ISO 8802-2 */
const [lspLength, linkHeader] = [1497, 3]
/** Costs of the narrow style have six bits. @source ISO 10589, 7.2.2 */
const narrowCost = 63

/**
 * A network entity with its bytes in the groups FRR has: one, then twos, then the selector. Absent: not possible.
 *
 * @source FRR 8.4, frr-isisd.yang, typedef net-address
 */
export function frrEntity(entity: string): string | undefined {
  const groups = entity
    .split('.')
    .map((group, index, all) => group.padStart(index === 0 || index === all.length - 1 ? 2 : 4, '0'))
  const written = groups.join('.')
  return /^[0-9a-f]{2}(\.[0-9a-f]{4}){3,9}\.[0-9a-f]{2}$/.test(written) ? written : undefined
}

/** The process of an interface that FRR runs: the first of its routing table, with a network entity. */
function processOf({ isis, vrfId }: InterfaceIntent, device: DeviceIntent): Process | undefined {
  return device.isis.find(
    (process) =>
      process.underlayId === isis?.underlayId &&
      process.vrfId === vrfId &&
      frrEntity(process.networkEntity?.value ?? '') !== undefined &&
      runsHere(device, 'isis', process),
  )
}

/** Levels of the process that the circuit has too. */
function common(process: Level, circuit: Level | undefined): Level | undefined {
  if (circuit === undefined || circuit === 'level-1-2' || circuit === process) return process
  return process === 'level-1-2' ? circuit : undefined
}

/**
 * What an interface says in IS-IS. Neighbours need no timers in common, so all say hello every second.
 *
 * @source FRR 8.4 user guide, "ISIS"; ISO 10589, 8.2 (padding of hellos finds MTUs that differ; VRP's proof has none)
 */
export function isisInterfaceLines(intent: InterfaceIntent, { device }: FrrPlace): readonly FrrBlock[] {
  const { isis, kind } = intent
  const process = processOf(intent, device)
  const level = process === undefined ? undefined : common(process.level, isis?.level)
  if (isis === undefined || process === undefined || level === undefined) return []
  const loopback = kind === 'loopback'
  const cost = isis.cost ?? (loopback ? 0 : 10)
  return kept([
    isis.ipv4 && frr(['ip router isis', process.processId]),
    isis.ipv6 && frr(['ipv6 router isis', process.processId]),
    frr(['isis circuit-type', levelWords[level]]),
    !loopback && isis.circuitType.value === 'p2p' && frr(['isis network point-to-point']),
    frr(['isis metric', process.costStyle.value === 'wide' ? cost : Math.min(cost, narrowCost)]),
    frr(['isis hello-interval 1']),
    frr(['isis hello-multiplier 4']),
    frr(['no isis hello padding']),
    (isis.silent || loopback) && frr(['isis passive']),
  ])
}

export function isisBlocks({ device, names }: FrrPlace): readonly FrrBlock[] {
  return device.isis
    .filter((process) => runsHere(device, 'isis', process))
    .flatMap(({ processId, vrfId, networkEntity, level, costStyle, ipv6Topology, importRoutes }) => {
      const entity = frrEntity(networkEntity?.value ?? '')
      if (entity === undefined) return []
      const mtus = device.interfaces.flatMap(({ isis, mtu }) => (isis === undefined ? [] : (mtu ?? 1500)))
      return [
        frr(
          ['router isis', processId, vrfId && 'vrf', vrfId && names.vrf(vrfId)],
          [
            frr(['is-type', levelWords[level]]),
            frr(['metric-style', styles[costStyle.value]]),
            ipv6Topology === 'ipv6' && costStyle.value === 'wide' && frr(['topology ipv6-unicast']),
            // Neighbours are shown by the system ID that the design knows, not by a name.
            frr(['no hostname dynamic']),
            frr(['lsp-mtu', Math.max(128, Math.min(lspLength, ...mtus.map((mtu) => mtu - linkHeader)))]),
            frr(['spf-interval 1']),
            frr(['lsp-gen-interval 1']),
            ...(['level-1', 'level-2'] as const)
              .filter((each) => common(level, each) !== undefined)
              .flatMap((each) =>
                redistributions(importRoutes, 'isis', (word, { cost, ipv6 }) =>
                  frr([
                    'redistribute',
                    ipv6 === true ? 'ipv6' : 'ipv4',
                    word,
                    each,
                    cost !== undefined && 'metric',
                    cost,
                  ]),
                ),
              ),
            frr(['net', entity]),
          ],
        ),
      ]
    })
}

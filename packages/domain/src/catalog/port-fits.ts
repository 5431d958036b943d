import type { InterfaceName } from '@weft/net'
import { interfaceKind, interfaceType, parentInterface } from '@weft/net'
import { modelOf } from './find-model'
import type { Certainty, HardwareModel, ModelChoice, PortBlock, ResolvedModel } from './types'

/** Whether a device has an interface of this name. */
export type PortFit = {
  readonly answer:
    | 'present'
    /** It appears when its parent is split. */
    | 'after-split'
    /** It appears when the speed of its port group is changed. */
    | 'after-port-mode'
    | 'absent'
    | 'unknown'
  readonly certainty: Certainty
  readonly source: string
}

const numberingSource = 'CG Interface_Numbering_Rules.md'
const classificationSource = 'CG Interface_Classification.md'

/** Interfaces CE6885-LL does not have in low latency mode. */
const lowLatencyLacks: ReadonlySet<string> = new Set(['subinterface', 'tunnel', 'nve', 'vbdif'])

export function portFits(device: ModelChoice, name: InterfaceName): PortFit {
  const model = modelOf(device)
  if (model === undefined)
    return { answer: 'unknown', certainty: 'inferred', source: 'the catalogue has no model of this name' }
  const kind = interfaceKind(name)
  if (model.forwardingMode === 'low-latency' && lowLatencyLacks.has(kind)) {
    return { answer: 'absent', certainty: 'sourced', source: classificationSource }
  }
  const port = parentInterface(name) ?? name
  switch (interfaceKind(port)) {
    case 'ethernet':
      return ethernetFits(model, port)
    case 'meth':
      return model.entry.status === 'undocumented'
        ? { answer: 'unknown', certainty: 'inferred', source: numberingSource }
        : { answer: port === 'MEth0/0/0' ? 'present' : 'absent', certainty: 'sourced', source: numberingSource }
    default:
      return { answer: 'present', certainty: 'sourced', source: classificationSource }
  }
}

/** A short name fits when each of its boxes gives the same answer. */
function ethernetFits(model: ResolvedModel, port: InterfaceName): PortFit {
  const [first, ...others] = model.candidates.map(({ hardware }) => hardwareFits(model, hardware, port))
  if (first !== undefined && others.every(({ answer }) => answer === first.answer)) return first
  return { answer: 'unknown', certainty: 'inferred', source: 'the boxes of this short name differ' }
}

function hardwareFits(model: ResolvedModel, hardware: HardwareModel, port: InterfaceName): PortFit {
  if (hardware.ports.length === 0)
    return { answer: 'unknown', certainty: 'inferred', source: 'no page with the ports of this model was read' }
  const [whole = port, channel] = port.split(':') as [InterfaceName?, string?] // a name cut at ":" is a name
  for (const block of hardware.ports) {
    const fit = blockFits(block, whole)
    if (fit === undefined) continue
    return channel === undefined ? fit : splitFits(model, whole, Number(channel))
  }
  return { answer: 'absent', ...weakest(hardware.ports, interfaceType(whole)) }
}

function blockFits(block: PortBlock, port: InterfaceName): PortFit | undefined {
  const { certainty, source, portMode } = block
  if (isNumbered(block, block.type, port)) return { answer: 'present', certainty, source }
  if (portMode === undefined || !isNumbered(block, portMode.type, port)) return undefined
  // Pages contradict each other about which numbers of a group of 200GE ports remain.
  const known = portMode.type === '200GE' ? 'inferred' : certainty
  return { answer: 'after-port-mode', certainty: known, source: 'CR port_mode(System_view).md' }
}

function isNumbered({ slot, subcard, first, count }: PortBlock, type: string, port: InterfaceName): boolean {
  const position = `${type}${slot}/${subcard}/`
  const number = Number(port.slice(position.length))
  return port.startsWith(position) && number >= first && number < first + count
}

function splitFits({ entry }: ResolvedModel, parent: InterfaceName, channel: number): PortFit {
  const { breakout } = entry
  if (breakout === undefined)
    return { answer: 'unknown', certainty: 'inferred', source: 'no page about splitting names this model' }
  const { source, splitTypes, oddOnly } = breakout
  const most = Math.max(0, ...(splitTypes[interfaceType(parent)] ?? []).map((type) => Number.parseInt(type, 10)))
  const number = Number(parent.slice(parent.lastIndexOf('/') + 1))
  const excluded = oddOnly !== undefined && number >= oddOnly.first && number <= oddOnly.last && number % 2 === 0
  const answer = channel >= 1 && channel <= most && !excluded ? 'after-split' : 'absent'
  return { answer, certainty: 'sourced', source }
}

/** That a port is missing is worth as much as the weakest fact about the ports of its type. */
function weakest(
  blocks: readonly PortBlock[],
  type: string,
): { readonly certainty: Certainty; readonly source: string } {
  const alike = blocks.filter((block) => block.type === type)
  const relevant = alike.length > 0 ? alike : blocks
  const order: readonly Certainty[] = ['guess', 'inferred', 'sourced']
  const certainty = order.find((each) => relevant.some((block) => block.certainty === each)) ?? 'guess'
  return { certainty, source: relevant.map(({ source }) => source).join('; ') }
}

import type { Design, FabricOptions, LocalText } from '@weft/domain'
import { fabricProblems, interAsProblems, newFabric, newInterAs, serializeDesign } from '@weft/domain'
import type { CliCommand, OptionValues } from './command'
import { exitCodes, textOption, UnusableInput } from './command'
import { writeText } from './files'

export const newCommand: CliCommand = {
  name: 'new',
  operands: '[options]',
  summary: 'Write the design file of a complete leaf-spine fabric. The same options give the same file.',
  options: {
    spines: { type: 'string', value: 'N', default: '2', says: 'spines of each pod, 1 to 5' },
    leaves: {
      type: 'string',
      value: 'N',
      default: '4',
      says: 'leaves in all; more than 28 make pods joined by super-spines',
    },
    pairs: { type: 'string', value: 'N', default: '1', says: 'M-LAG pairs; each takes two of the leaves' },
    servers: { type: 'string', value: 'N', default: '4', says: 'servers in all' },
    underlay: {
      type: 'string',
      value: 'ospf|ospfv3|isis|ebgp',
      default: 'ospf',
      says: 'routing that makes loopbacks reachable; ospfv3: a fabric of IPv6 alone',
    },
    reflectors: {
      type: 'string',
      value: 'N',
      says: 'route reflectors over ospf or isis, 1 to 8; absent: 2 where there are as many spines',
    },
    bmp: { type: 'string', value: 'N', says: 'BMP stations, up to 31; each monitors every router of the overlay' },
    evpn: {
      type: 'string',
      value: 'N',
      says: 'tenants, up to 100: VPN instances and bridge domains with VNIs over an EVPN overlay, servers in them',
    },
    seed: { type: 'string', value: 'N', default: '1', says: 'decides in which VLAN each server is' },
    'inter-as': {
      type: 'string',
      value: 'N',
      says: 'instead of a fabric: two ASs of NE40E routers with N PEs each, VPNv4 and VPNv6 between their reflectors',
    },
    output: { type: 'string', short: 'o', value: 'FILE', says: 'where to write; absent: standard output' },
  },
  exits: '0 written, 2 options that make no fabric',
  async run(_operands, options, terminal) {
    const file = serializeDesign(newDesign(options))
    const output = textOption(options, 'output')
    if (output === undefined) terminal.out(file)
    else await writeText(output, file)
    return exitCodes.clean
  },
}

function newDesign(options: OptionValues): Design {
  if (textOption(options, 'inter-as') === undefined) {
    const fabric = fabricOptions(options)
    refuse(fabricProblems(fabric).map(({ says }) => says))
    return newFabric(fabric)
  }
  const routers = { pes: wholeNumber(options, 'inter-as') }
  refuse(interAsProblems(routers))
  return newInterAs(routers)
}

function refuse(problems: readonly LocalText[]): void {
  if (problems.length > 0) throw new UnusableInput(problems.map(({ en }) => en).join('; '))
}

function fabricOptions(options: OptionValues): FabricOptions {
  const underlay = textOption(options, 'underlay')
  if (underlay !== 'ospf' && underlay !== 'ospfv3' && underlay !== 'isis' && underlay !== 'ebgp')
    throw new UnusableInput(`--underlay must be ospf, ospfv3, isis or ebgp, got "${underlay}"`)
  return {
    spines: wholeNumber(options, 'spines'),
    leaves: wholeNumber(options, 'leaves'),
    pairs: wholeNumber(options, 'pairs'),
    servers: wholeNumber(options, 'servers'),
    seed: wholeNumber(options, 'seed'),
    underlay,
    ...optionalNumber(options, 'reflectors'),
    ...optionalNumber(options, 'bmp'),
    ...optionalNumber(options, 'evpn'),
  }
}

function optionalNumber(options: OptionValues, name: 'reflectors' | 'bmp' | 'evpn'): Partial<FabricOptions> {
  return textOption(options, name) === undefined ? {} : { [name]: wholeNumber(options, name) }
}

function wholeNumber(options: OptionValues, name: string): number {
  const given = textOption(options, name) ?? ''
  if (!/^\d{1,10}$/.test(given)) throw new UnusableInput(`--${name} must be a whole number, got "${given}"`)
  return Number(given)
}

import type { LocalText, Network, RecordId } from '@weft/domain'
import { text } from '@weft/domain'
import type { Choice, FieldPath, FieldSpec, FieldSpecOf } from './fields'

/** What many kinds of record have in their panels. */

export const unset = text('not set', '未设置')
export const publicTable = text('public', '公网')

export const choice = (value: string, en: string, zh: string): Choice => ({ value, label: text(en, zh) })
/** A word of the command line, the same in every language. */
export const cli = (value: string): Choice => choice(value, value, value)

export function idsOf(collection: { readonly [id: string]: { readonly id: RecordId } }): readonly RecordId[] {
  return Object.values(collection)
    .map(({ id }) => id)
    .sort()
}

export const vrfIds = (network: Network) => idsOf(network.vrfs)
export const deviceIds = (network: Network) => idsOf(network.devices)

export function interfacesOf(network: Network, deviceId: string | undefined): readonly RecordId[] {
  return idsOf(network.interfaces).filter((id) => network.interfaces[id]?.deviceId === deviceId)
}

export function vrfField(path: FieldPath = ['vrfId']): FieldSpecOf<'reference'> {
  return {
    kind: 'reference',
    path,
    label: text('VPN instance', 'VPN 实例'),
    candidates: vrfIds,
    unset: publicTable,
  }
}

/** Yes, no, or what holds without a word. */
export function yesOrNo(path: FieldPath, label: LocalText, otherwise: LocalText): FieldSpecOf<'choice'> {
  return {
    kind: 'choice',
    path,
    label,
    choices: [choice('true', 'yes', '是'), choice('false', 'no', '否')],
    unset: otherwise,
    as: {
      read: (stored) => stored,
      write: (typed) => (typed === undefined ? undefined : typed === 'true'),
    },
  }
}

/** A list in which the word `none` says that there shall be none, other than nothing said. */
export const noneOrList: NonNullable<FieldSpec['as']> = {
  read: (stored) => (Array.isArray(stored) && stored.length === 0 ? ['none'] : stored),
  write: (typed) => (Array.isArray(typed) && typed.length === 1 && typed[0] === 'none' ? [] : typed),
}

export const unicastChoices: readonly Choice[] = [
  choice('ipv4-unicast', 'IPv4', 'IPv4'),
  choice('ipv6-unicast', 'IPv6', 'IPv6'),
]
export const familyChoices: readonly Choice[] = [
  ...unicastChoices,
  choice('evpn', 'EVPN', 'EVPN'),
  choice('vpnv4', 'VPNv4', 'VPNv4'),
  choice('vpnv6', 'VPNv6', 'VPNv6'),
]

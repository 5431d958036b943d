/** Views whose commands the tables list, and `other`: a view that is known by its header only. */
export type ViewName =
  | 'system'
  | 'aaa'
  | 'acl'
  | 'bfd'
  | 'bfd-session'
  | 'bgp'
  | 'bgp-family'
  | 'bgp-vpn-instance'
  | 'bmp'
  | 'bmp-family'
  | 'bmp-monitor'
  | 'bmp-session'
  | 'bridge-domain'
  | 'bridge-domain-evpn'
  | 'dfs-group'
  | 'evpn'
  | 'evpn-instance'
  | 'interface'
  | 'isis'
  | 'keychain'
  | 'keychain-key'
  | 'monitor-link'
  | 'mpls'
  | 'ospf'
  | 'ospf-area'
  | 'ospfv3'
  | 'ospfv3-area'
  | 'route-policy'
  | 'scheme'
  | 'stp-region'
  | 'user-interface'
  | 'vlan'
  | 'vpn-instance'
  | 'vpn-instance-family'
  | 'other'

/**
 * What belongs to one view. Beginnings of commands are written in a small notation: `ip(address binding)`
 * stands for `ip address` and `ip binding`, `*` for any one word, `$` for the end of the line. A line belongs
 * to the view when one of the beginnings is its beginning; a leading `undo` does not count.
 */
export type ViewSpec = {
  readonly view: Exclude<ViewName, 'other'>
  readonly commands: string
  /** Beginnings of the headers of its sub-views, by the view they open. */
  readonly opens: { readonly [view in ViewName]?: string }
  /** Whether a device prints an indented `#` before the header; absent: as it stands in the text. */
  readonly separated?: boolean
  readonly source: string
}

import { interfaceKind } from '@weft/net'
import type { Device } from '../model'
import type { DeviceFacts } from './device-facts'

/** The role a device seems to have, by its name and then by what it does; only drawing depends on most of them. */
export function roleOf(facts: DeviceFacts): Device['role'] {
  const name = facts.name.toLowerCase()
  if (isRouter(facts)) return name.includes('asbr') ? 'asbr' : 'pe-router'
  if (/spine/.test(name)) return 'spine'
  if (/border/.test(name)) return 'border'
  if (/leaf|tor/.test(name)) return 'leaf'
  if (/(?:^|[^a-z])rr\d*(?:$|[^a-z])|reflector/.test(name)) return 'route-reflector'
  return facts.dfsGroup === undefined ? 'other' : 'leaf'
}

/** Ports of routers are Layer 3 without a word; a switch says `undo portswitch` first. */
function isRouter({ interfaces }: DeviceFacts): boolean {
  const ports = [...interfaces.values()].filter(({ name }) => interfaceKind(name) === 'ethernet')
  return (
    ports.some(({ mode, ipv4, ipv6 }) => mode === undefined && ipv4.length + ipv6.length > 0) &&
    !ports.some(({ mode }) => mode === 'routed')
  )
}

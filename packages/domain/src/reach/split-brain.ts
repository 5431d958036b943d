import type { DeviceIntent, DfsGroupIntent, InterfaceIntent } from '../intent'
import type { SessionStatus } from './reachability'

export type PairMember = { readonly device: DeviceIntent; readonly group: Pick<DfsGroupIntent, 'priority'> }

export const defaultPriority = 100

/** The member with the higher priority; equal ones leave it to the system MAC, which no design knows. */
export function masterOf<Of extends { readonly group: Pick<DfsGroupIntent, 'priority'> }>([a, b]: readonly [Of, Of]):
  | Of
  | undefined {
  const [first, second] = [a.group.priority ?? defaultPriority, b.group.priority ?? defaultPriority]
  return first === second ? undefined : first > second ? a : b
}

/** What two members that live do without their peer-link. */
export type SplitBrain =
  /** Each hears the other; `backup` and its ports are absent where only the system MAC decides. */
  | {
      readonly outcome: 'backup-error-down'
      readonly backup?: DeviceIntent
      readonly ports: readonly InterfaceIntent[]
    }
  /** Nothing tells them of each other, or the backup is told to leave its ports alone. */
  | { readonly outcome: 'dual-active' }
  /** Whether they hear each other is not known. */
  | { readonly outcome: 'unknown' }

/**
 * @param detection of dual-active detection while the peer-link is down
 * @source fabric.md sections 2 and 5
 */
export function splitBrain(
  members: readonly [PairMember, PairMember],
  detection: SessionStatus | undefined,
): SplitBrain {
  if (detection === 'unknown') return { outcome: 'unknown' }
  if (detection !== 'established') return { outcome: 'dual-active' }
  const master = masterOf(members)
  const backup = master === undefined ? undefined : members.find((member) => member !== master)?.device
  const told = (backup === undefined ? members.map(({ device }) => device) : [backup]).map(errorDownOf)
  if (told.every((each) => each === 'disable')) return { outcome: 'dual-active' }
  if (told.includes('disable')) return { outcome: 'unknown' }
  return backup === undefined
    ? { outcome: 'backup-error-down', ports: [] }
    : { outcome: 'backup-error-down', backup, ports: backup.interfaces.filter((each) => goesDown(each, told[0])) }
}

type ErrorDown = 'disable' | 'routing-switch' | 'default'

/** `dual-active detection error-down`, which only carried lines say. */
function errorDownOf({ device: { carried = [] } }: DeviceIntent): ErrorDown {
  const lines = carried.flatMap((each) => each.lines.map(({ text }) => text))
  if (lines.includes('dual-active detection error-down disable')) return 'disable'
  return lines.includes('dual-active detection error-down mode routing-switch') ? 'routing-switch' : 'default'
}

/** All service ports go down, or the members of the M-LAG and logical interfaces; not what is reserved. */
function goesDown(port: InterfaceIntent, mode: ErrorDown | undefined): boolean {
  const { kind, memberOf, peerLink, unpairedPortReserved, mlagMember, shutdown } = port
  if (unpairedPortReserved || peerLink !== undefined || shutdown) return false
  if (mode === 'routing-switch') return mlagMember !== undefined || ['vlanif', 'vbdif', 'loopback'].includes(kind)
  return memberOf === undefined && (kind === 'ethernet' || kind === 'eth-trunk')
}

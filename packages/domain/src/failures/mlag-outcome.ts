import type { DeviceIntent, DfsGroupIntent, NetworkIntent } from '../intent'
import type { DeviceId, InterfaceId, MlagPairId } from '../model'
import { byId } from '../model'
import type { Failure, Reachability } from '../reach'
import { splitBrain } from '../reach'

/**
 * What becomes of an M-LAG pair.
 *
 * @source fabric.md sections 2, 4 and 5
 */
export type MlagOutcome = { readonly pairId: MlagPairId } & (
  | { readonly outcome: 'paired' }
  /** Nobody knows what happens: the pair was not whole before. */
  | { readonly outcome: 'not-paired-before' }
  | { readonly outcome: 'both-failed' }
  | { readonly outcome: 'one-member-left'; readonly left: DeviceId }
  /** The peer-link is down and each member hears the other. `backup` is absent where only the system MAC decides. */
  | { readonly outcome: 'backup-error-down'; readonly backup?: DeviceId; readonly interfaces: readonly InterfaceId[] }
  /** The peer-link is down and nothing tells the members of each other. */
  | { readonly outcome: 'dual-active' }
  /** Whether the members hear each other is not known. */
  | { readonly outcome: 'unknown' }
)

type Member = { readonly device: DeviceIntent; readonly group: DfsGroupIntent }

/** Pairs that the failure changes. */
export function mlagOutcomes(
  intent: NetworkIntent,
  failure: Failure,
  { before, after }: { readonly before: Reachability; readonly after: Reachability },
): readonly MlagOutcome[] {
  const members = new Map<MlagPairId, Member[]>()
  for (const device of [...intent.devices.values()].sort((a, b) => byId(a.device, b.device))) {
    const group = device.dfsGroup
    if (group === undefined) continue
    const both = members.get(group.pairId) ?? []
    both[group.side] = { device, group }
    members.set(group.pairId, both)
  }
  return [...members].flatMap(([pairId, [first, second]]) => {
    if (first === undefined || second === undefined) return []
    const was = before.mlagChannels.get(pairId)
    const now = after.mlagChannels.get(pairId)
    if (
      was?.pairing?.status === now?.pairing?.status &&
      was?.dualActiveDetection?.status === now?.dualActiveDetection?.status
    )
      return []
    return [{ pairId, ...outcomeOf([first, second], failure, { was, now }) }]
  })
}

type Channels = ReturnType<Reachability['mlagChannels']['get']>

function outcomeOf(
  members: readonly [Member, Member],
  failure: Failure,
  { was, now }: { readonly was: Channels; readonly now: Channels },
) {
  const left = members.filter(({ device }) => !failure.devices.has(device.device.id))
  const [only] = left
  if (only === undefined) return { outcome: 'both-failed' } as const
  if (left.length === 1) return { outcome: 'one-member-left', left: only.device.device.id } as const
  if (was?.pairing?.status !== 'established') return { outcome: 'not-paired-before' } as const
  if (now?.pairing?.status === 'established') return { outcome: 'paired' } as const
  const after = splitBrain(members, now?.dualActiveDetection?.status)
  if (after.outcome !== 'backup-error-down') return after
  const { backup, ports } = after
  return {
    outcome: 'backup-error-down',
    interfaces: ports.flatMap(({ interfaceId }) => interfaceId ?? []),
    ...(backup === undefined ? {} : { backup: backup.device.id }),
  } as const
}

import type { PoolShape } from '../../allocate'
import { poolShape, poolSize } from '../../allocate'
import { byId, text } from '../../model'
import type { RuleContext } from '../context'
import { nameOf } from '../context'
import type { Rule } from '../rule'

const poolExhausted: Rule = {
  id: 'pool/exhausted',
  wide: 'always',
  severity: 'error',
  title: text('No number left to give', '没有可分配的号码'),
  why: text(
    'A value that nobody gave is taken from a pool. Without one the device lacks an address or a number it needs.',
    '未填写的值会从资源池中分配。资源池不足时，设备将缺少所需的地址或编号。',
  ),
  remedy: text('Add or enlarge the pool, or give the value yourself.', '请新增或扩大资源池，或手工填写该值。'),
  source: 'inferred: every number is either given or taken from a pool',
  *run(context) {
    for (const { recordId, poolId, key } of context.allocation.exhausted) {
      const name = nameOf(context, recordId)
      const field = key.slice(key.lastIndexOf('/') + 1)
      yield {
        subjects: poolId === undefined ? [recordId] : [recordId, poolId],
        key: field,
        what:
          poolId === undefined
            ? text(`${name}: no pool can give ${field}`, `${name}：没有可分配 ${field} 的资源池`)
            : text(
                `${name}: pool ${nameOf(context, poolId)} has nothing left for ${field}`,
                `${name}：资源池 ${nameOf(context, poolId)} 已无可用的 ${field}`,
              ),
      }
    }
  },
}

/** Shares of a pool from which its end is near enough to be told, and near enough to act. */
const nearlyFull = { told: 0.8, urgent: 0.95 }

const poolNearlyExhausted: Rule = {
  id: 'pool/nearly-exhausted',
  wide: ['numbers', 'definitions'],
  severity: 'warning',
  title: text('A pool is nearly used up', '资源池即将耗尽'),
  why: text(
    'When the pool is used up, the next device or link gets no number. A pool that grows early can grow in one piece.',
    '资源池耗尽后，新增的设备或链路将得不到编号。尽早扩容可保持号段连续。',
  ),
  remedy: text('Enlarge the pool, or add another of its kind.', '请扩大资源池，或新增同类资源池。'),
  source: 'inferred: a pool is finite',
  *run(context) {
    for (const { poolId, size, used } of context.index.pools.inUse(
      context.network,
      context.allocation,
      nearlyFull.told,
    )) {
      const name = nameOf(context, poolId)
      yield {
        subjects: [poolId],
        severity: used < nearlyFull.urgent * size ? 'info' : 'warning',
        what: text(
          `${name}: ${used} of ${size} are in use, ${size - used} are left`,
          `${name}：共 ${size} 个，已用 ${used} 个，剩余 ${size - used} 个`,
        ),
      }
    }
  },
}

const poolOverlap: Rule = {
  id: 'pool/overlap',
  wide: ['definitions'],
  severity: 'warning',
  title: text('Pools overlap', '资源池重叠'),
  why: text(
    'No number is given twice, but a number from two pools no longer says what it is for, and each pool is fuller than it looks.',
    '编号不会重复分配，但同属两个资源池的编号无法表明用途，且每个资源池的余量都小于显示值。',
  ),
  remedy: text('Give each pool a range of its own.', '请为每个资源池规划独立的范围。'),
  source: 'inferred: both pools hold the number',
  *run({ network }) {
    for (const shapes of bySpace(network)) {
      let widest: PoolShape | undefined
      for (const shape of shapes) {
        if (widest !== undefined && shape.span.first <= widest.span.last) {
          const last = shape.span.last < widest.span.last ? shape.span.last : widest.span.last
          const shared = rangeText(shape, shape.span.first, last)
          yield {
            subjects: [widest.pool.id, shape.pool.id],
            what: text(`${shared} is in both pools`, `${shared} 同时属于两个资源池`),
          }
        }
        if (widest === undefined || shape.span.last > widest.span.last) widest = shape
      }
    }
  },
}

const poolNothingToGive: Rule = {
  id: 'pool/nothing-to-give',
  wide: ['numbers', 'definitions'],
  severity: 'warning',
  title: text('A pool that can give nothing', '资源池无可分配的内容'),
  why: text(
    'The range is empty, too small for one subnet of a link, or reserved to the last number, so the pool is never used.',
    '范围为空、容纳不下一个链路子网，或已全部保留，因此该资源池不会被使用。',
  ),
  remedy: text('Widen the pool, or delete it.', '请扩大或删除该资源池。'),
  source: 'inferred: nothing fits into the range',
  *run(context) {
    for (const pool of Object.values(context.network.pools).sort(byId)) {
      if (poolSize(pool, context.network) >= poolShape(pool).smallest) continue
      const name = nameOf(context, pool.id)
      yield { subjects: [pool.id], what: text(`${name} can give nothing`, `${name} 无可分配的内容`) }
    }
  },
}

const poolReservedNumbers: Rule = {
  id: 'pool/reserved-numbers',
  wide: ['definitions'],
  severity: 'info',
  title: text('A pool holds numbers that are never given', '资源池包含不可分配的编号'),
  why: text(
    'Some numbers have a meaning of their own: multicast and loopback addresses, AS_TRANS and the last AS numbers, VLAN 1, well-known ports. The pool skips them and is smaller than it looks.',
    '部分编号有特定含义：组播和环回地址、AS_TRANS 和末位 AS 号、VLAN 1、知名端口。资源池会跳过它们，实际可用量小于显示值。',
  ),
  remedy: text('Choose a range without them.', '请选择不包含它们的范围。'),
  source: 'CR "bgp"; CR "vlan (System view)"; CR "ip address (interface view)"; inferred for 23456 and TCP ports',
  *run({ network }) {
    for (const shape of Object.values(network.pools).sort(byId).map(poolShape)) {
      const { pool, span, unusable } = shape
      const inside = unusable.filter(({ first, last }) => first <= span.last && last >= span.first)
      if (inside.length === 0) continue
      const parts = inside.map(({ first, last }) =>
        rangeText(shape, first > span.first ? first : span.first, last < span.last ? last : span.last),
      )
      yield {
        subjects: [pool.id],
        what: text(
          `the pool skips ${parts.join(', ')}: nobody may have these`,
          `资源池会跳过 ${parts.join('、')}：这些编号不可使用`,
        ),
      }
    }
  },
}

/** RFC 6996. */
const privateAsNumbers = [
  { first: 64512, last: 65534 },
  { first: 4200000000, last: 4294967294 },
]

const poolPublicAsNumbers: Rule = {
  id: 'pool/public-as-numbers',
  wide: ['definitions'],
  severity: 'info',
  title: text('A pool gives AS numbers that are not private', '资源池会分配非私有 AS 号'),
  why: text(
    'AS numbers outside 64512 to 65534 and 4200000000 to 4294967294 belong to somebody (RFC 6996). Inside a fabric they shadow their owners’ routes.',
    '64512～65534 和 4200000000～4294967294 之外的 AS 号归属于特定机构（RFC 6996），在网络内部使用会遮蔽其所有者的路由。',
  ),
  remedy: text('Use a private range, or reserve what is not yours.', '请使用私有范围，或将不属于您的号段设为保留。'),
  source: 'inferred: RFC 6996 names the private ranges',
  *run({ network }) {
    for (const pool of Object.values(network.pools).sort(byId)) {
      if (pool.kind !== 'as' || pool.first > pool.last) continue
      if (privateAsNumbers.some(({ first, last }) => pool.first >= first && pool.last <= last)) continue
      yield {
        subjects: [pool.id],
        what: text(
          `AS ${pool.first} to ${pool.last} is not a private range`,
          `AS ${pool.first}～${pool.last} 不是私有范围`,
        ),
      }
    }
  },
}

/** Pools that hold numbers of one kind, by their first number. */
function bySpace(network: RuleContext['network']): Iterable<readonly PoolShape[]> {
  const spaces = new Map<string, PoolShape[]>()
  for (const shape of Object.values(network.pools).sort(byId).map(poolShape)) {
    if (shape.span.first > shape.span.last) continue
    spaces.set(shape.space, [...(spaces.get(shape.space) ?? []), shape])
  }
  return [...spaces.values()].map((shapes) =>
    shapes.sort((a, b) => (a.span.first < b.span.first ? -1 : a.span.first > b.span.first ? 1 : byId(a.pool, b.pool))),
  )
}

function rangeText({ toText }: PoolShape, first: bigint, last: bigint): string {
  return first === last ? toText(first) : `${toText(first)}–${toText(last)}`
}

export const poolRules: readonly Rule[] = [
  poolExhausted,
  poolNearlyExhausted,
  poolOverlap,
  poolNothingToGive,
  poolReservedNumbers,
  poolPublicAsNumbers,
]

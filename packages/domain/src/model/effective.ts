import type { RecordId } from './ids'

/** A value together with where it came from, so that checks and people can tell set from derived. */
export type Effective<T> = {
  readonly value: T
  readonly from: 'given' | 'allocated' | 'derived' | 'device-default'
  /** Records that decided it. */
  readonly because: readonly RecordId[]
  /** Key of the allocation entry when `from` is `allocated`. */
  readonly allocation?: string
}

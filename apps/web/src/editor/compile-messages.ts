import type { Change, Compilation, Network } from '@weft/domain'

/** To the worker. The network travels once; afterwards only changes do. */
export type CompileRequest =
  | { readonly kind: 'open'; readonly network: Network; readonly version: number }
  | { readonly kind: 'change'; readonly change: Change; readonly version: number }

/** From the worker. A version that is not the newest one requested is already out of date. */
export type CompileAnswer =
  | { readonly kind: 'compiled'; readonly compilation: Compilation; readonly version: number }
  | { readonly kind: 'crashed'; readonly message: string }

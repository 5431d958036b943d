import type { Design, ImportProblem, ImportReport } from '@weft/domain'
import type { Upload } from '@weft/exchange'

/** To the worker: the files as they were chosen, and the models a person gave by device name. */
export type ImportRequest = {
  readonly uploads: readonly Upload[]
  readonly models: { readonly [device: string]: string }
}

/** From the worker. Nothing is imported while there are problems. */
export type ImportAnswer =
  | { readonly kind: 'read'; readonly design: Design; readonly report: ImportReport }
  | { readonly kind: 'refused'; readonly problems: readonly ImportProblem[] }

import type { Design, DeviceId, DriftResult, ImportOptions, ImportProblem, ImportReport, Taking } from '@weft/domain'
import type { Upload } from '@weft/exchange'

/** To the worker: the files as they were chosen, what a person said about them, and what is wanted. */
export type ImportRequest = {
  readonly uploads: readonly Upload[]
  readonly options: ImportOptions
  readonly want:
    | { readonly kind: 'design' }
    | { readonly kind: 'drift'; readonly design: Design }
    | { readonly kind: 'taking'; readonly design: Design; readonly deviceIds: readonly DeviceId[] }
}

export type Compared = Omit<Extract<DriftResult, { readonly ok: true }>, 'ok'>

/** From the worker. Nothing is imported while there are problems. */
export type ImportAnswer =
  | { readonly kind: 'read'; readonly design: Design; readonly report: ImportReport }
  | { readonly kind: 'compared'; readonly compared: Compared; readonly devices: number }
  | { readonly kind: 'taken'; readonly taking: Taking }
  | {
      readonly kind: 'refused'
      readonly problems: readonly ImportProblem[]
      /** All that is wrong is that devices come in parts, which can be taken together. */
      readonly joinable: boolean
    }

/** Said before the answer: the files are unpacked and read now. */
export type ImportProgress = { readonly kind: 'progress'; readonly files: number }

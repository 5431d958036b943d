import type { Compilation, Network } from '@weft/domain'
import { exportBundle, zipBundle } from '@weft/exchange'
import type { ExportOutcome, ExportStep, QuestionOf } from './protocol'

/** The export of a design in steps, so that whoever runs it can say where it is, and stop between two. */
export function* exportSteps(
  { designName, deviceIds, errorsAcknowledged, today }: QuestionOf<'export'>,
  compiled: () => { readonly network: Network; readonly compilation: Compilation },
): Generator<ExportStep, ExportOutcome, void> {
  yield 'compiling'
  const { network, compilation } = compiled()
  yield 'writing'
  const chosen = deviceIds ? { deviceIds } : {}
  const result = exportBundle({ designName, network, compilation, errorsAcknowledged, today, ...chosen })
  if (!result.ok) return { kind: 'refused', what: result.what }
  const configs = result.files.filter((file) => file.path.endsWith('.cfg'))
  const [only] = configs
  if (deviceIds && configs.length === 1 && only) {
    return { kind: 'file', name: only.path, type: 'text/plain', content: new TextEncoder().encode(only.text) }
  }
  yield 'packing'
  const content = new Uint8Array(zipBundle(result.files))
  return { kind: 'file', name: zipName(designName), type: 'application/zip', content }
}

function zipName(designName: string): string {
  return `${designName.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')}.zip`
}

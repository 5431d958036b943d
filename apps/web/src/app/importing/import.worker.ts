import { configDrift, importConfigs, takeRunning } from '@weft/domain'
import { readUploads } from '@weft/exchange'
import type { ImportAnswer, ImportProgress, ImportRequest } from './import-messages'

type Scope = {
  onmessage: ((event: MessageEvent<ImportRequest>) => void) | null
  postMessage(answer: ImportAnswer | ImportProgress): void
}
/** The global object of a module worker; the DOM library types it as a window. */
const scope = globalThis as unknown as Scope

function answer({ uploads, options, want }: ImportRequest): ImportAnswer {
  const { files, problems } = readUploads(uploads)
  if (problems.length > 0) return { kind: 'refused', problems, joinable: false }
  scope.postMessage({ kind: 'progress', files: files.length })
  switch (want.kind) {
    case 'design': {
      const result = importConfigs(files, options)
      return result.ok ? { kind: 'read', design: result.design, report: result.report } : { ...result, kind: 'refused' }
    }
    case 'drift': {
      const result = configDrift(want.design, files, options)
      if (!result.ok) return { ...result, kind: 'refused' }
      const { drift, unknown, absent } = result
      const devices = Object.keys(want.design.network.devices).length - absent.length
      return { kind: 'compared', compared: { drift, unknown, absent }, devices }
    }
    case 'taking': {
      const { design, deviceIds } = want
      const result = takeRunning(design, files, { ...options, deviceIds })
      if (!result.ok) return { kind: 'refused', problems: result.problems, joinable: false }
      const { command, left, alsoChanged } = result
      return { kind: 'taken', taking: { command, left, alsoChanged } }
    }
  }
}

scope.onmessage = ({ data }) => scope.postMessage(answer(data))

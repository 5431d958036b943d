import { importConfigs } from '@weft/domain'
import { readUploads } from '@weft/exchange'
import type { ImportAnswer, ImportRequest } from './import-messages'

type Scope = {
  onmessage: ((event: MessageEvent<ImportRequest>) => void) | null
  postMessage(answer: ImportAnswer): void
}
/** The global object of a module worker; the DOM library types it as a window. */
const scope = globalThis as unknown as Scope

function answer({ uploads, models }: ImportRequest): ImportAnswer {
  const { files, problems } = readUploads(uploads)
  if (problems.length > 0) return { kind: 'refused', problems }
  const result = importConfigs(files, { models })
  if (!result.ok) return { kind: 'refused', problems: result.problems }
  return { kind: 'read', design: result.design, report: result.report }
}

scope.onmessage = ({ data }) => scope.postMessage(answer(data))

import { text } from '@weft/domain'
import { Refusal } from './store'

const MIB = 1024 * 1024
/** Some six times a design of 1,000 devices as a file. */
export const MOST_BODY_BYTES = 32 * MIB
/** Read and thrown away, because a browser shows the answer only after it has sent everything. */
const MOST_DRAINED_BYTES = 512 * MIB

/** The request with its body in memory; refused before anything is parsed when it is too long. */
export async function withLimitedBody(request: Request): Promise<Request | Refusal> {
  if (request.body === null) return request
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body) {
    size += chunk.byteLength
    if (size <= MOST_BODY_BYTES) chunks.push(chunk)
    else chunks.length = 0
    if (size > MOST_DRAINED_BYTES) break
  }
  if (size > MOST_BODY_BYTES) return tooLarge(size)
  const { method, headers, signal } = request
  return new Request(request.url, { method, headers, signal, body: Buffer.concat(chunks) })
}

function tooLarge(bytes: number): Refusal {
  const sent = Math.floor(bytes / MIB)
  const most = MOST_BODY_BYTES / MIB
  return new Refusal('too-large', {
    what: text(
      `The request has ${sent} MiB or more; Weft reads at most ${most} MiB at once.`,
      `请求有 ${sent} MiB 或更多；Weft 一次最多读取 ${most} MiB。`,
    ),
    remedy: text(
      'If this is a design file, split the design; if it is not, choose the right file.',
      '如果这是设计文件，请拆分设计；否则请选择正确的文件。',
    ),
  })
}

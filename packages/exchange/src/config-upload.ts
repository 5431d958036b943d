import type { ConfigFile, ImportProblem, LocalText } from '@weft/domain'
import { text } from '@weft/domain'
import { unzipSync } from 'fflate'
import { readConfigBytes } from './config-bytes'

/** A file as it was chosen, dropped or named. */
export type Upload = { readonly name: string; readonly bytes: Uint8Array }

export type UploadReading = {
  readonly files: readonly ConfigFile[]
  readonly problems: readonly ImportProblem[]
}

/** An archive of all devices of a large network; one that claims more is refused before it is unpacked. */
const mostEntries = 20_000
const mostBytes = 512 * 2 ** 20

/**
 * The configuration texts in some files. Zip archives are opened, one level deep. Names in an archive are labels only:
 * nothing is written anywhere, whatever path they spell. Files that are no text become problems that name them.
 */
export function readUploads(uploads: readonly Upload[]): UploadReading {
  const files: ConfigFile[] = []
  const problems: ImportProblem[] = []
  for (const upload of uploads) {
    const entries = isZip(upload.bytes) ? unpack(upload) : [upload]
    if ('what' in entries) {
      problems.push(entries)
      continue
    }
    for (const { name, bytes } of entries) {
      const reading = readConfigBytes(bytes)
      if (reading.ok) files.push({ name, text: reading.text })
      else {
        const { ok: _, ...problem } = reading
        problems.push({ file: name, ...problem })
      }
    }
  }
  return { files, problems }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

function unpack({ name: archive, bytes }: Upload): readonly Upload[] | ImportProblem {
  let count = 0
  let size = 0
  let tooLarge = false
  try {
    const entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count += 1
        size += originalSize
        tooLarge ||= count > mostEntries || size > mostBytes
        return !tooLarge && isConfigName(name)
      },
    })
    if (tooLarge) return archiveProblem(archive, excessive)
    return Object.entries(entries).map(([name, content]) => ({ name: `${archive}/${name}`, bytes: content }))
  } catch (error) {
    return archiveProblem(archive, {
      what: text(`The archive is damaged: ${String(error)}.`, `压缩包已损坏：${String(error)}。`),
      remedy: text('Make it again, or choose the .cfg files themselves.', '请重新打包，或直接选择 .cfg 文件。'),
    })
  }
}

/** Folders, and what desktop systems and our own export put beside configurations. */
function isConfigName(name: string): boolean {
  const last = name.slice(name.lastIndexOf('/') + 1)
  return last !== '' && !last.startsWith('.') && !name.startsWith('__MACOSX/') && /\.(?:cfg|txt|conf|log)$/i.test(last)
}

const excessive = {
  what: text(
    `The archive has more than ${mostEntries} files or ${mostBytes / 2 ** 20} MB.`,
    `压缩包超过 ${mostEntries} 个文件或 ${mostBytes / 2 ** 20} MB。`,
  ),
  remedy: text('Import the configurations in several parts.', '请分批导入。'),
}

function archiveProblem(
  file: string,
  sentences: { readonly what: LocalText; readonly remedy: LocalText },
): ImportProblem {
  return { file, ...sentences }
}

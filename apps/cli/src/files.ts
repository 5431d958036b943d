import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Design } from '@weft/domain'
import { parseDesignText } from '@weft/domain'
import { UnusableInput } from './command'

/** Reads a design file. @throws UnusableInput naming file, path, value and remedy */
export async function readDesign(
  operands: readonly string[],
): Promise<{ readonly file: string; readonly design: Design }> {
  const [file, ...more] = operands
  if (file === undefined || more.length > 0) throw new UnusableInput('exactly one design file is expected')
  const source = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UnusableInput(`${file}: ${reason(error)}; name a design file that can be read`)
  })
  const parsed = parseDesignText(source)
  if (parsed.ok) return { file, design: parsed.design }
  const lines = parsed.problems.map(
    (problem) => `  ${problem.path === '' ? file : problem.path}: ${problem.message.en}. ${problem.remedy.en}`,
  )
  throw new UnusableInput(`${file} is not a usable design\n${lines.join('\n')}`)
}

/** Writes a text file, making its folder. @throws UnusableInput when the place cannot be written */
export async function writeText(file: string, content: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  } catch (error) {
    throw new UnusableInput(`${file}: ${reason(error)}; choose a place that can be written`)
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

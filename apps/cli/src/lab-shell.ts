import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { UnusableInput } from './command'

const execute = promisify(execFile)

/** A program that ended badly: what it was and what it said. This machine cannot run the lab. */
export class ShellTrouble extends UnusableInput {}

/** Runs a program with words as they are: no shell reads them. @returns what it wrote on standard output */
export async function shell(program: string, words: readonly string[], input?: string): Promise<string> {
  const running = execute(program, [...words], { maxBuffer: 64 * 1024 * 1024, timeout: 60_000 })
  // A program that ends before it has read everything says why on standard error.
  running.child.stdin?.on('error', () => undefined)
  running.child.stdin?.end(input ?? '')
  try {
    return (await running).stdout
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? `${error.stderr}`.trim() : String(error)
    throw new ShellTrouble(`${program} ${words.join(' ')}: ${said}`)
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** Works on many things, a few at a time: a lab has more nodes than a machine has cores. */
export async function inTurns<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  width = 4,
): Promise<readonly R[]> {
  const results: R[] = new Array(items.length)
  let next = 0
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index] as T)
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker))
  return results
}

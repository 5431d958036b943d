import type { Prompt } from '../typed/prompt'
import { hostInPrompts, readPrompt, viewInPrompt } from '../typed/prompt'
import { sessionCommand } from '../typed/session-words'

/** A `display` command of a terminal session with what the device answered. */
export type DisplayAnswer = {
  readonly host: string
  readonly command: string
  /** The line of the command, from 1; the answer follows it. */
  readonly line: number
  readonly lines: readonly string[]
}

export type TerminalSession = {
  readonly answers: readonly DisplayAnswer[]
  /** The first line on which something was configured in this session. */
  readonly configuredOn: number | undefined
}

/** `display` and how people shorten it. */
const display = /^dis(?:p|pl|pla|play)?\s+(\S.*)$/i

/**
 * The answers in a captured terminal session; undefined when nobody asked for any. Only prompts of the hosts that were
 * asked count as prompts, so that a banner in brackets stays what it is.
 */
export function readSession(text: string): TerminalSession | undefined {
  const lines = text.replace(/^\ufeff/, '').split(/\r*\n/)
  const prompts = lines.map((line) => readPrompt(line.trim()))
  if (!prompts.some(isAsked)) return undefined
  const hosts = hostsOf(prompts, lines)
  const answers: (DisplayAnswer & { readonly lines: string[] })[] = []
  let open: string[] | undefined
  let configuredOn: number | undefined
  for (const [index, prompt] of prompts.entries()) {
    const host = prompt === undefined ? undefined : hostOf(prompt, hosts)
    if (prompt === undefined || host === undefined) {
      open?.push(lines[index] ?? '')
      continue
    }
    open = undefined
    if (display.test(prompt.command)) {
      open = []
      answers.push({ host, command: prompt.command, line: index + 1, lines: open })
    } else if (!prompt.userView && prompt.command !== '' && sessionCommand(prompt.command) === undefined) {
      configuredOn ??= index + 1
    }
  }
  return { answers, configuredOn }
}

function isAsked(prompt: Prompt | undefined): boolean {
  return prompt !== undefined && display.test(prompt.command)
}

/** Hosts whose user view is seen at work; else the one whose prompts are all there is. */
function hostsOf(prompts: readonly (Prompt | undefined)[], lines: readonly string[]): readonly string[] {
  const atWork = prompts.filter(
    (prompt) => prompt?.userView && (isAsked(prompt) || sessionCommand(prompt.command) === 'system-view'),
  )
  const names = new Set(atWork.flatMap((prompt) => prompt?.name ?? []))
  return names.size > 0 ? [...names] : [hostInPrompts(lines) ?? '']
}

function hostOf({ name }: Prompt, hosts: readonly string[]): string | undefined {
  // The longest one: what a view of `leaf` shows can begin like the host `leaf-1`.
  const shown = hosts.filter((host) => viewInPrompt(name, [host]) !== undefined)
  return shown.sort((a, b) => b.length - a.length)[0]
}

/** Whether the answer is the running configuration or a part of it. */
export function showsConfiguration({ command }: DisplayAnswer): boolean {
  const [, what = ''] = display.exec(command) ?? []
  const [first = ''] = what.split(/[\s|]+/)
  return (
    first.toLowerCase() === 'this' || (first.length >= 2 && 'current-configuration'.startsWith(first.toLowerCase()))
  )
}

import { readPrompt } from '../typed/prompt'
import { readSession, showsConfiguration } from './read-session'

/**
 * What a text with a configuration is: as a device shows or stores it, as a person types it, or a captured session
 * with what devices answered.
 */
export type TextForm = 'stored' | 'typed' | 'session'

/**
 * The form of a text, by marks that only one form has: questions at a prompt, a prompt before the first command,
 * commands that no configuration contains. A stored configuration ends with `return` behind a `#`.
 */
export function textForm(text: string): TextForm {
  const session = readSession(text)
  if (session !== undefined && (session.configuredOn === undefined || session.answers.some(showsConfiguration))) {
    return 'session'
  }
  const first = /^[^\S\n]*\S.*$/m.exec(text)?.[0].trim() ?? ''
  if (session !== undefined || (readPrompt(first)?.command ?? '') !== '') return 'typed'
  if (/^#\s*\n\s*return\s*$/m.test(text)) return 'stored'
  return /^\s*(?:system-view|quit|commit)\s*$/im.test(text) ? 'typed' : 'stored'
}

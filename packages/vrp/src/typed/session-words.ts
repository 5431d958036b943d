/** Commands that move between views or act on the session; they are no part of a configuration. */
export type SessionCommand = 'system-view' | 'quit' | 'return' | 'commit' | 'aside'

/** Source: command reference, "quit", "return", "system-view", "commit". */
const moves: ReadonlySet<string> = new Set(['system-view', 'quit', 'return', 'commit'])

/**
 * Commands that a file must not have or that only look at the device, and answers to its questions.
 *
 * @source configuration guide, "Understanding Configuration Files" and "Selecting a Mode for the Configuration to
 *   Take Effect"
 */
const asides: ReadonlySet<string> = new Set(
  `abort check-config clear compare copy debugging delete dir display exit fping lock mkdir more move ping pwd quit
   reboot refresh rename reset rollback save send shutdown-session startup telnet terminal test-aaa tracert undelete
   upgrade y n yes no`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** `clear` and others are commands of a view too; asked for only when the view does not know the line. */
export function sessionCommand(command: string): SessionCommand | undefined {
  const word = firstWord(command)
  if (command === '\u001a' || command.toUpperCase() === '^Z') return 'return'
  if (moves.has(word)) return word as SessionCommand // the words of `moves` are such commands
  return asides.has(word) ? 'aside' : undefined
}

/** Session commands that a word is short for. */
export function sessionWordsFor(word: string): readonly string[] {
  const short = word.toLowerCase()
  return [...moves, 'display'].filter((full) => short.length < full.length && full.startsWith(short))
}

export function firstWord(command: string): string {
  return (/^\S+/.exec(command)?.[0] ?? '').toLowerCase()
}

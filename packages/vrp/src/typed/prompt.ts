/**
 * The prompt before a typed command: `<leaf-1>` in the user view, `[~leaf-1-bgp]` in a view, with `~` or `*` when
 * configuration takes effect with `commit`.
 *
 * @source CloudEngine configuration guide, "Selecting a Mode for the Configuration to Take Effect"
 */
export type Prompt = {
  readonly userView: boolean
  /** Host name, and behind a hyphen what the device shows of the view. */
  readonly name: string
  readonly command: string
}

const userPrompt = /^<([^<>\s]{1,246})>\s*(.*)$/
const viewPrompt = /^\[[~*]?([^[\]\s]{1,500})\]\s*(.*)$/

export function readPrompt(line: string): Prompt | undefined {
  const [, host, userCommand] = userPrompt.exec(line) ?? []
  if (host !== undefined) return { userView: true, name: host, command: userCommand ?? '' }
  const [, name, command] = viewPrompt.exec(line) ?? []
  return name === undefined ? undefined : { userView: false, name, command: command ?? '' }
}

/**
 * The host name in the prompts. `[~a-b]` alone can be host `a-b` or a view of host `a`; the user view's prompt or
 * the shortest one tells.
 */
export function hostInPrompts(lines: readonly string[]): string | undefined {
  let shortest: string | undefined
  for (const line of lines) {
    const prompt = readPrompt(line.trim())
    if (prompt === undefined) continue
    if (prompt.userView) return prompt.name
    if (shortest === undefined || prompt.name.length < shortest.length) shortest = prompt.name
  }
  return shortest
}

/** What the prompt shows of the view: empty in the system view; undefined when it is the prompt of another host. */
export function viewInPrompt(name: string, hosts: readonly string[]): string | undefined {
  const host = hosts.find((each) => name === each) ?? hosts.find((each) => name.startsWith(`${each}-`))
  return host === undefined ? undefined : name.slice(host.length + 1)
}

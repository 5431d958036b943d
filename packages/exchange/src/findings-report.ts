import type { JudgedFinding, Network, NetworkRecord, Severity, Waiver } from '@weft/domain'

const chapters: readonly { readonly of: Severity | 'waived'; readonly heading: string }[] = [
  { of: 'error', heading: 'Errors' },
  { of: 'warning', heading: 'Warnings' },
  { of: 'info', heading: 'Information' },
  { of: 'waived', heading: 'Waived' },
]

/** Findings as a Markdown page for people who review the export. */
export function findingsReport(designName: string, network: Network, findings: readonly JudgedFinding[]): string {
  const nameOf = recordNames(network)
  const parts = chapters.flatMap(({ of, heading }) => {
    const those = findings.filter(({ severity, standing }) => (standing === 'waived' ? standing : severity) === of)
    if (those.length === 0) return []
    const lines = those.map(
      ({ ruleId, what, subjects, waiver }) =>
        `- **${ruleId}** ${escapeMarkdown(what.en)} (${subjects.map(nameOf).join(', ')})${reasonOf(waiver)}`,
    )
    return [`## ${heading} (${those.length})\n\n${lines.join('\n')}\n`]
  })
  const body = parts.length > 0 ? parts.join('\n') : 'No findings.\n'
  return `# Findings of ${escapeMarkdown(designName)}\n\n${body}`
}

function reasonOf(waiver: Waiver | undefined): string {
  if (waiver === undefined) return ''
  const until = waiver.until === undefined ? '' : ` until ${waiver.until}`
  return escapeMarkdown(`: waived by ${waiver.owner}${until}, ${waiver.reason}`)
}

function recordNames(network: Network): (id: string) => string {
  const names = new Map<string, string>()
  for (const collection of Object.values(network) as readonly { readonly [id: string]: NetworkRecord }[]) {
    for (const record of Object.values(collection))
      if ('name' in record && record.name) names.set(record.id, record.name)
  }
  return (id) => escapeMarkdown(names.get(id) ?? id)
}

function escapeMarkdown(value: string): string {
  return value.replaceAll(/[\\`*_[\]<>|]/g, '\\$&')
}

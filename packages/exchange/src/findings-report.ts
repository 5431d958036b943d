import type { Finding, Network, NetworkRecord, Severity } from '@weft/domain'

const severities: readonly { readonly severity: Severity; readonly heading: string }[] = [
  { severity: 'error', heading: 'Errors' },
  { severity: 'warning', heading: 'Warnings' },
  { severity: 'info', heading: 'Information' },
]

/** Findings as a Markdown page for people who review the export. */
export function findingsReport(designName: string, network: Network, findings: readonly Finding[]): string {
  const nameOf = recordNames(network)
  const parts = severities.flatMap(({ severity, heading }) => {
    const of = findings.filter((finding) => finding.severity === severity)
    if (of.length === 0) return []
    const lines = of.map(
      (finding) =>
        `- **${finding.ruleId}** ${escapeMarkdown(finding.what.en)} (${finding.subjects.map(nameOf).join(', ')})`,
    )
    return [`## ${heading} (${of.length})\n\n${lines.join('\n')}\n`]
  })
  const body = parts.length > 0 ? parts.join('\n') : 'No findings.\n'
  return `# Findings of ${escapeMarkdown(designName)}\n\n${body}`
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

import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Rule, Severity } from '../src/check'
import { rules } from '../src/check'
import { rulesLeftOut } from './rules-left-out'

/** Run with `npx tsx packages/domain/scripts/write-rules.ts` after a change of the rules. */
const areas: { readonly [family: string]: string } = {
  document: 'Design file',
  device: 'Device names',
  platform: 'Models and features',
  interface: 'Interfaces',
  address: 'Addresses',
  pool: 'Pools',
  link: 'Cables',
  vlan: 'VLANs',
  vlanif: 'Vlanif interfaces and VLANIF links',
  trunk: 'Eth-Trunks',
  mlag: 'M-LAG and DFS groups',
  bgp: 'BGP',
  underlay: 'Underlay',
  ospf: 'OSPF',
  ospfv3: 'OSPFv3',
  isis: 'IS-IS',
  static: 'Static routes',
  overlay: 'Overlays',
  bmp: 'BMP',
  vpn: 'VPN instances',
  vxlan: 'VXLAN',
  policy: 'Route policies',
  requirement: 'Requirements',
}

const severityNames: { readonly [S in Severity]: string } = { error: 'Error', warning: 'Warning', info: 'Note' }

function page(): string {
  const families = new Map(Object.keys(areas).map((family): [string, Rule[]] => [family, []]))
  for (const rule of rules) {
    const [family = ''] = rule.id.split('/')
    const list = families.get(family)
    if (list === undefined) throw new Error(`the family of ${rule.id} has no title in ${import.meta.url}`)
    list.push(rule)
  }
  const count = (severity: Severity) => rules.filter((rule) => rule.severity === severity).length
  const sections = [...families].flatMap(([family, list]) => section(family, list))
  return `${[
    '# Rules',
    `Weft checks a design against ${rules.length} rules while it is drawn: ${count('error')} errors, ${count('warning')} warnings and ${count('info')} notes. ` +
      'An error is something a device refuses or that cannot work; a warning is something that will disappoint; a note is worth knowing. ' +
      'One finding may weigh less than its rule where the case at hand is milder.',
    'The name of a rule never changes, so it can be quoted in tickets. A rule with a *fix* offers a command for most of its findings: ' +
      'carrying it out clears the finding and brings no new error, and it can be undone like any other edit.',
    'The source says what a rule rests on. *CR* is the command reference and *CG* the configuration guide of CloudEngine 6800 and 8800 V300R023C00, ' +
      'followed by the title of the page; *NR* and *NG* are the same of the NE40E router V800R012C10. *Inferred* follows from documented facts. ' +
      '*Undocumented* is a judgement where the manuals are silent, and never an error.',
    [
      '## Areas\n',
      ...[...families].map(
        ([family, list]) => `- [${areas[family]}](#${anchor(areas[family] ?? family)}): ${list.length}`,
      ),
      '- [Without a rule](#without-a-rule)',
    ].join('\n'),
    ...sections,
    leftOut(),
  ].join('\n\n')}\n`
}

function section(family: string, list: readonly Rule[]): readonly string[] {
  if (list.length === 0) throw new Error(`no rule is left in the family ${family}: remove its title`)
  const table = [
    '| Rule | Severity | What it finds | Fix |',
    '| --- | --- | --- | --- |',
    ...list.map(
      ({ id, severity, title, offersFix }) =>
        `| [\`${id}\`](#${anchor(id)}) | ${severityNames[severity]} | ${plain(title.en)} | ${offersFix === true ? 'yes' : ''} |`,
    ),
  ].join('\n')
  return [`## ${areas[family]}`, table, ...list.map(entry)]
}

function entry({ id, severity, title, why, remedy, source, offersFix }: Rule): string {
  return [
    `### \`${id}\``,
    `**${plain(title.en)}** (${severityNames[severity].toLowerCase()}${offersFix === true ? ', with a fix' : ''}). ${plain(why.en)}`,
    `What to do: ${plain(remedy.en)}`,
    `Source: ${plain(source)}`,
  ].join('\n\n')
}

/** Faults people may expect a rule about, and why there is none. */
function leftOut(): string {
  return [
    '## Without a rule',
    '',
    'What else goes wrong in such networks, and why Weft has no rule about it.',
    '',
    '| Fault | Why there is no rule |',
    '| --- | --- |',
    // The texts are written as Markdown.
    ...Object.values(rulesLeftOut).map(({ says, reason }) => `| ${says} | ${reason} |`),
  ].join('\n')
}

/** The anchor of a heading as GitHub makes it. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-')
}

/** Text without meaning in Markdown. */
function plain(words: string): string {
  return words.replace(/[\\`*_<>|[\]]/g, '\\$&')
}

const file = fileURLToPath(new URL('../../../docs/rules.md', import.meta.url))
writeFileSync(file, page())
process.stdout.write(`${file} written\n`)

import { compile } from '../../src/compile'
import type { ConfigFile } from '../../src/import-configs'
import { importConfigs } from '../../src/import-configs'
import { bgpSessions } from '../../src/intent'
import { corpusTable, examplesOf } from '../import/corpus-examples'
import { judgeNetwork } from '../rules/judge'

/** One LoopBack that is the source of a peering, and what became of the peering's verdict without its announcement. */
export type AnnouncementTrial = {
  readonly file: string
  readonly address: string
  /** Findings of `bgp/loopback-unreachable` of severity error while the announcement is there. */
  readonly before: readonly string[]
  /**
   * After the announcement was taken out of the file: `found` when the rule fires and every error names this LoopBack,
   * `elsewhere` when an error names another one, `unknown` when every session to it is (carried lines may announce it),
   * `not modelled` when no session to it is (its peering is among the carried lines), `silent` otherwise.
   */
  readonly after: 'found' | 'elsewhere' | 'unknown' | 'not modelled' | 'silent'
}

const rule = 'bgp/loopback-unreachable'

/** Every LoopBack of the list that only `network` lines of its own announce. */
export function announcementTrials(): readonly AnnouncementTrial[] {
  const examples = [...examplesOf('ce6800'), ...examplesOf('ne40e')]
  const seen = new Set<string>()
  return corpusTable('loopback-advertisement.tsv').flatMap(({ file = '', address = '', announced_by = '' }) => {
    const place = `${file} ${address}`
    if (seen.has(place) || !announced_by.split('; ').every((each) => /^(?:ospf|bgp):network /.test(each))) return []
    seen.add(place)
    const example = examples.find(({ files }) => files.some(({ name }) => file.endsWith(`/${name}`)))
    if (!example) return []
    const without = example.files.map((each) =>
      file.endsWith(`/${each.name}`) ? withoutLines(each, announced_by) : each,
    )
    return [{ file, address, before: firing(example.files).map(({ key }) => key), after: judged(without, address) }]
  })
}

/** `announcedBy`: `ospf:network 10.0.0.1 0.0.0.0; bgp:network 10.0.0.1 255.255.255.255`. */
function withoutLines({ name, text }: ConfigFile, announcedBy: string): ConfigFile {
  const gone = new Set(announcedBy.split('; ').map((each) => each.slice(each.indexOf(':') + 1)))
  const lines = text.split('\n').filter((line) => !gone.has(line.trim()))
  return { name, text: lines.join('\n') }
}

function judged(files: readonly ConfigFile[], address: string): AnnouncementTrial['after'] {
  const errors = firing(files)
  if (errors.some(({ what }) => !names(what.en, address))) return 'elsewhere'
  if (errors.length > 0) return 'found'
  const statuses = statusesTo(files, address)
  if (statuses.length === 0) return 'not modelled'
  return statuses.every((status) => status === 'unknown') ? 'unknown' : 'silent'
}

function names(sentence: string, address: string): boolean {
  return sentence.split(/[^0-9a-f.:]+/).includes(address)
}

function firing(files: readonly ConfigFile[]) {
  const result = importConfigs(files)
  if (!result.ok) return []
  return judgeNetwork(result.design.network).filter(
    (finding) => finding.ruleId === rule && finding.severity === 'error',
  )
}

/** Status of every BGP session whose peer has the address, as far as the way to it decides. */
function statusesTo(files: readonly ConfigFile[], address: string): readonly string[] {
  const result = importConfigs(files)
  if (!result.ok) return []
  const { intent, reachability } = compile(result.design.network)
  return [...intent.devices.values()].flatMap((device) =>
    bgpSessions(device)
      .filter(({ remoteAddress }) => remoteAddress?.value === address)
      .map(({ key }) => {
        const verdict = reachability.bgpSessions.get(key)
        // Down for another reason, and whether there is a way stays open all the same.
        return verdict?.forward?.kind === 'unknown' ? 'unknown' : (verdict?.status ?? 'unknown')
      }),
  )
}

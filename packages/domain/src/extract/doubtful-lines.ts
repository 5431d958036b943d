import type { ConfigNode, ParsedConfig } from '@weft/vrp'
import { misspeltKeyword, walkConfig } from '@weft/vrp'
import type { LocalText } from '../model'
import { text as localText } from '../model'

export type DoubtfulLine = { readonly line: number; readonly what: LocalText; readonly remedy: LocalText }

/**
 * Lines a device would have refused, or that were typed wrong: a VPN instance or a peer that the file does not
 * create, a keyword with a slip in it. They are kept as they are; nobody but the engineer knows what was meant.
 */
export function doubtfulLines({ nodes }: ParsedConfig): readonly DoubtfulLine[] {
  const instances = new Set(nodes.flatMap(({ text }) => /^ip vpn-instance (\S+)/.exec(text)?.slice(1, 2) ?? []))
  const peersOf = new Map<ConfigNode, ReadonlySet<string>>()
  const found: DoubtfulLine[] = []
  walkConfig(nodes, (node, ancestors) => {
    const { kind, number, text } = node
    if (kind !== 'command') return
    const instance = /^ip binding vpn-instance (\S+)$/.exec(text)?.[1]
    if (instance !== undefined && !instances.has(instance)) found.push({ line: number, ...notCreated(instance) })
    const [process] = ancestors
    const peer = /^peer (\S+) enable$/.exec(text)?.[1]
    if (peer !== undefined && process?.opens === 'bgp') {
      const peers = peersOf.get(process) ?? createdPeers(process)
      peersOf.set(process, peers)
      if (!peers.has(peer)) found.push({ line: number, ...withoutAs(peer) })
    }
    const view = ancestors.length === 0 ? 'system' : ancestors.at(-1)?.opens
    const slip = view === undefined ? undefined : misspeltKeyword(text, view)
    if (slip !== undefined) found.push({ line: number, ...misspelt(slip) })
  })
  return found
}

/** Peers and groups that a BGP process gives an AS number or takes into a group, whatever the view. */
function createdPeers(process: ConfigNode): ReadonlySet<string> {
  const peers = new Set<string>()
  walkConfig([process], ({ text }) => {
    const [first, name, then] = text.split(' ')
    if (name !== undefined && (first === 'group' || (first === 'peer' && (then === 'as-number' || then === 'group')))) {
      peers.add(name)
    }
  })
  return peers
}

function notCreated(instance: string) {
  return {
    what: localText(
      `The VPN instance ${instance} is bound here, and the file does not create it.`,
      `此处绑定了 VPN 实例 ${instance}，但文件中没有创建该实例。`,
    ),
    remedy: localText(
      'Create it with `ip vpn-instance`, or see whether the file is whole.',
      '请用 `ip vpn-instance` 创建该实例，或确认文件是否完整。',
    ),
  }
}

function withoutAs(peer: string) {
  return {
    what: localText(
      `The peer ${peer} is enabled here, and nothing in the process gives it an AS number.`,
      `此处使能了对等体 ${peer}，但该进程中没有为其指定 AS 号。`,
    ),
    remedy: localText(
      'Give it one with `peer … as-number`, or remove the line.',
      '请用 `peer … as-number` 指定 AS 号，或删除该行。',
    ),
  }
}

function misspelt({ word, suggestion, column }: { word: string; suggestion: string; column: number }) {
  return {
    what: localText(
      `“${word}” in column ${column} is no keyword here; did you mean “${suggestion}”?`,
      `第 ${column} 列的“${word}”不是此处的关键字，是否应为“${suggestion}”？`,
    ),
    remedy: localText(
      'The line is kept as it is. Correct it if it was mistyped.',
      '该行原样保留；如系误输入，请更正。',
    ),
  }
}

import { formatConfig, parseConfig } from '../src'

type Machine = {
  readonly seconds: (work: () => unknown) => number
  readonly ratio: (seconds: number) => number
  readonly exponent: (points: readonly { readonly size: number; readonly seconds: number }[]) => number
}

/** Devices whose configurations are read one after the other; a leaf has about 1,800 lines. */
const sizes = [25, 100, 400]

/** The least any reader must do: cut the text into lines and measure their indentation. */
function splitAndIndent(text: string): number {
  let indents = 0
  for (const line of text.split('\n')) {
    let indent = 0
    while (line.charCodeAt(indent) === 0x20) indent += 1
    indents += indent
  }
  return indents
}

/** The same, kept: a list of lines with their indentation and text. */
function splitAndKeep(text: string): readonly object[] {
  return text.split('\n').map((line) => {
    let indent = 0
    while (line.charCodeAt(indent) === 0x20) indent += 1
    return { indent, text: line.slice(indent) }
  })
}

/** A leaf with many ports, peers and bridge domains. No two devices have the same lines. */
function leafConfig(device: number): string {
  const lines = ['!Software Version V300R023C00', '#', `sysname leaf-${device}`, '#', 'dfs-group 1', ' priority 150']
  lines.push(` dual-active detection source ip 10.255.${device % 250}.1 peer 10.255.${device % 250}.2`)
  for (let port = 1; port <= 96; port += 1) {
    lines.push(
      '#',
      `interface 100GE1/0/${port}`,
      ' undo portswitch',
      ` description to server-${device}-${port} port ${port}`,
    )
    lines.push(` ip address 10.${device % 250}.${port}.1 255.255.255.252`, ' ospf network-type p2p')
  }
  for (let domain = 1; domain <= 100; domain += 1) {
    lines.push(
      '#',
      `bridge-domain ${domain}`,
      ` vxlan vni ${domain + 10_000}`,
      ' #',
      ' evpn',
      `  route-distinguisher ${device}:${domain}`,
    )
    lines.push(`  vpn-target 0:${domain} export-extcommunity`, `  vpn-target 0:${domain} import-extcommunity`)
  }
  lines.push('#', 'bgp 65001', ` router-id 10.0.${device % 250}.1`)
  for (let peer = 1; peer <= 100; peer += 1) {
    lines.push(
      ` peer 10.1.${device % 250}.${peer} as-number 65001`,
      ` peer 10.1.${device % 250}.${peer} connect-interface LoopBack0`,
    )
  }
  lines.push(' #', ' ipv4-family unicast')
  for (let peer = 1; peer <= 100; peer += 1) lines.push(`  peer 10.1.${device % 250}.${peer} enable`)
  return `${[...lines, '#', 'return'].join('\n')}\n`
}

function countLines(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.split('\n').length - 1, 0)
}

export const bench = {
  title: 'Reading configurations',
  run({ seconds, ratio, exponent }: Machine) {
    const points: { size: number; seconds: number }[] = []
    const rows = sizes.map((devices) => {
      const texts = Array.from({ length: devices }, (_, device) => leafConfig(device + 1))
      const lines = countLines(texts)
      const each = (read: (text: string) => unknown) =>
        seconds(() => {
          for (const text of texts) read(text)
        })
      const floor = each(splitAndIndent)
      const kept = each(splitAndKeep)
      const parsed = each(parseConfig)
      points.push({ size: lines, seconds: parsed })
      return [
        devices,
        lines,
        parsed,
        ratio(parsed),
        lines / parsed / 1e6,
        lines / floor / 1e6,
        lines / kept / 1e6,
        parsed / floor,
        each((text) => formatConfig(parseConfig(text))),
      ]
    })
    const whole = Array.from({ length: 400 }, (_, device) => leafConfig(device + 1)).join('')
    const wholeLines = countLines([whole])
    const speed = (work: () => unknown) => (wholeLines / seconds(work) / 1e6).toFixed(2)
    const hostile = `${' '.repeat(1_000_000)}x\n`.repeat(100)
    return {
      columns: [
        'devices',
        'lines',
        'parse, s',
        '× arithmetic',
        'million lines/s',
        'split and indent, million lines/s',
        'the same kept, million lines/s',
        'parse ÷ split and indent',
        'parse and lay out, s',
      ],
      rows,
      notes: [
        'Goal: at least 2 million lines a second on one core. Every line is kept, placed in its view and checked against the tables.',
        `Time grows with lines to the power of ${exponent(points).toFixed(2)}.`,
        `One text of ${wholeLines} lines: ${speed(() => parseConfig(whole))} million lines/s, split and kept ${speed(() => splitAndKeep(whole))}; what is kept has to be moved by the garbage collector.`,
        `100 MB of blanks in 100 lines: ${seconds(() => parseConfig(hostile)).toFixed(2)} s.`,
      ],
    }
  },
}

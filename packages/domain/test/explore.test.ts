import { it } from 'vitest'
import { allocate } from '../src/allocate'
import { renderConfigs } from '../src/config'
import { deriveIntent } from '../src/intent'
import { acceptorOf, referencePages, manualViews, systemView } from '../../vrp/test/grammar'
import { allFixtures } from './fixtures'
it('x', () => {
  const acc = acceptorOf(referencePages().flatMap((p) => p.views.map((view) => ({ view, forms: p.forms }))))
  const bad = new Map<string, string>(); let n = 0
  for (const [name, network] of allFixtures()) for (const tree of renderConfigs(deriveIntent(network, allocate(network))).values()) {
    const walk = (s: any, views: readonly string[]) => { n++
      if (!acc.accepts(views, s.text)) { const k = `${s.origin.derivation} | ${views.join()} | ${s.text.replace(/\d+/g,'N')}`; if (!bad.has(k)) bad.set(k, `${s.text}   (${name})`) }
      const routed = s.children.some((c: any) => c.text === 'undo portswitch')
      for (const c of s.children) walk(c, manualViews(s.text, routed))
    }
    for (const sec of tree.sections) for (const s of sec) walk(s, systemView)
  }
  console.log(n, [...bad.keys()].sort().join('\n'))
})

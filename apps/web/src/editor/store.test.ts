import type { Design } from '@weft/domain'
import { applyCommand, compile, sampleDesign } from '@weft/domain'
import { expect, test } from 'vitest'
import type { CompilerEvents } from './compiler'
import { digestOf } from './compiler/digest'
import { createEditorStore } from './store'

const nothing = (): void => undefined

/** The sample with two devices of one address, and what the store shows of it. */
function shown(waivers: (keys: readonly string[]) => Design['network']['waivers']) {
  const design = sampleDesign()
  const loopbacks = Object.values(design.network.interfaces).filter(({ name }) => name === 'LoopBack0')
  const [one, other] = loopbacks
  if (one === undefined || other === undefined) throw new Error('the sample design has loopbacks')
  const copied = applyCommand(design, {
    kind: 'record.set',
    id: other.id,
    fields: { ipv4: ['10.255.255.1/32'] },
  })
  if ('refused' in copied) throw new Error(copied.refused.what.en)
  const both = applyCommand(copied.design, { kind: 'record.set', id: one.id, fields: { ipv4: ['10.255.255.1/32'] } })
  if ('refused' in both) throw new Error(both.refused.what.en)
  const { network } = both.design
  const digest = digestOf(compile(network))
  const errors = digest.findings.filter(({ severity }) => severity === 'error').map(({ key }) => key)
  let events: CompilerEvents | undefined
  const store = createEditorStore({
    designId: 'd',
    name: 'Sample',
    design: { ...both.design, network: { ...network, waivers: waivers(errors) } },
    createCompiler: (given) => {
      events = given
      return { open: nothing, change: nothing, ask: () => Promise.reject(new Error('nobody asks')), dispose: nothing }
    },
    saver: { add: nothing, retryNow: nothing },
  })
  events?.onCompiled(digest, true)
  return { errors, ...store.getState() }
}

const waived = (until: string) => (keys: readonly string[]) =>
  Object.fromEntries(
    keys.map((finding, at) => {
      const id = `waiver:w${at}` as const
      return [id, { id, finding, reason: 'rebuilt', owner: 'Ada', until }]
    }),
  )

test('a waived error is shown as waived and colours nothing until its waiver expires', () => {
  const held = shown(waived('9999-12-31'))
  expect(held.errors.length).toBeGreaterThan(0)
  expect(held.findings.filter(({ standing }) => standing === 'waived').map(({ key }) => key)).toEqual(held.errors)
  expect(held.openFindings.filter(({ severity }) => severity === 'error')).toEqual([])
  expect([...held.findingsByRecord.values()].flat().some(({ severity }) => severity === 'error')).toBe(false)
  const expired = shown(waived('2020-01-01'))
  expect(expired.openFindings.filter(({ severity }) => severity === 'error').map(({ key }) => key)).toEqual(
    expired.errors,
  )
})

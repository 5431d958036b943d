import type { Change } from '@weft/domain'
import { applyCommand, compile, configText, sampleDesign } from '@weft/domain'
import { exportBundle, zipBundle } from '@weft/exchange'
import { expect, test } from 'vitest'
import { createCompileServer } from './compile-server'
import type { CompileWorker } from './compiler'
import { createCompiler } from './compiler'
import type { CompileAnswer, ExportStep } from './protocol'

const design = sampleDesign()
const [device] = Object.values(design.network.devices)
if (!device) throw new Error('the sample design has devices')

function renamed(name: string): Change {
  const result = applyCommand(design, { kind: 'record.set', id: device?.id ?? 'device:', fields: { name } })
  if ('refused' in result) throw new Error(JSON.stringify(result.refused))
  return result.change
}

/** The two sides as they are in the browser, their messages copied and in order, without a thread between them. */
function open() {
  const queue: (() => void)[] = []
  const compiled: boolean[] = []
  const crashes: string[] = []
  const begin = (): CompileWorker => {
    let alive = true
    const post = (data: CompileAnswer) => {
      const copy = structuredClone(data)
      queue.push(() => alive && worker.onmessage?.call(worker as Worker, { data: copy } as MessageEvent))
    }
    const receive = createCompileServer({ post, later: (run) => queue.push(() => alive && run()) })
    const worker: CompileWorker = {
      onmessage: null,
      onerror: null,
      onmessageerror: null,
      postMessage(data: unknown) {
        const copy = structuredClone(data) as Parameters<typeof receive>[0]
        queue.push(() => alive && receive(copy))
      },
      terminate() {
        alive = false
      },
    }
    return worker
  }
  const compiler = createCompiler(
    { onCompiled: (_, newest) => compiled.push(newest), onCrashed: (message) => crashes.push(message) },
    begin,
  )
  compiler.open(design.network)
  const settle = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      next()
      await Promise.resolve()
    }
  }
  return { compiler, compiled, crashes, settle }
}

test('edits that come together are compiled once, and the digest is of the newest', async () => {
  const { compiler, compiled, settle } = open()
  compiler.change(renamed('a'))
  compiler.change(renamed('b'))
  await settle()
  expect(compiled).toEqual([true])
})

test('a question right after an edit is answered about the edited design', async () => {
  const { compiler, compiled, settle } = open()
  await settle()
  compiler.change(renamed('brand-new'))
  const answer = compiler.ask<'lines'>({ kind: 'lines', deviceId: device.id })
  await settle()
  const texts = (await answer).lines.map(({ text }) => text)
  expect(texts).toContain('sysname brand-new')
  expect(compiled).toEqual([true, true])
})

test('an export has the bytes that the same design has everywhere', async () => {
  const { compiler, settle } = open()
  const steps: ExportStep[] = []
  const asked = compiler.ask<'export'>(
    { kind: 'export', designName: 'My fabric', errorsAcknowledged: true, today: '2026-05-31' },
    { onStep: (step) => steps.push(step) },
  )
  await settle()
  const { network } = design
  const compilation = compile(network)
  const request = { designName: 'My fabric', network, compilation, errorsAcknowledged: true, today: '2026-05-31' }
  const expected = exportBundle(request)
  if (!expected.ok) throw new Error(expected.what.en)
  const { outcome } = await asked
  expect(outcome).toMatchObject({ kind: 'file', name: 'My-fabric.zip', type: 'application/zip' })
  expect(outcome.kind === 'file' && [...outcome.content]).toEqual([...zipBundle(expected.files)])
  expect(steps).toEqual(['compiling', 'writing', 'packing'])
})

test('one chosen device is one file', async () => {
  const { compiler, settle } = open()
  const asked = compiler.ask<'export'>({
    kind: 'export',
    designName: 'x',
    deviceIds: [device.id],
    errorsAcknowledged: true,
    today: '2026-05-31',
  })
  await settle()
  const { outcome } = await asked
  const tree = compile(design.network).configs.get(device.id)
  if (!tree || outcome.kind !== 'file') throw new Error('a device has a configuration')
  expect(new TextDecoder().decode(outcome.content)).toBe(configText(tree))
})

test('nobody waiting for an export stops it between two steps', async () => {
  const { compiler, settle } = open()
  const steps: ExportStep[] = []
  const unneeded = new AbortController()
  const asked = compiler.ask<'export'>(
    { kind: 'export', designName: 'x', errorsAcknowledged: true, today: '2026-05-31' },
    {
      signal: unneeded.signal,
      onStep: (step) => {
        steps.push(step)
        unneeded.abort()
      },
    },
  )
  const outcome = expect(asked).rejects.toThrow(/abort/i)
  await settle()
  await outcome
  expect(steps).toEqual(['compiling'])
})

test('a crash is reported, fails what was asked, and opening again recovers', async () => {
  const { compiler, compiled, crashes, settle } = open()
  await settle()
  compiler.open({} as never) // not a network: what a bug somewhere might send
  const outcome = expect(compiler.ask<'lines'>({ kind: 'lines', deviceId: device.id })).rejects.toThrow()
  await settle()
  await outcome
  expect(crashes).toHaveLength(1)
  await expect(compiler.ask<'lines'>({ kind: 'lines', deviceId: device.id })).rejects.toThrow('not running')
  compiler.open(design.network)
  await settle()
  expect(compiled.at(-1)).toBe(true)
})

test('a sweep and links that mend what it found come from the worker', async () => {
  const { compiler, settle } = open()
  const sweeping = compiler.ask<'sweep'>({ kind: 'sweep', order: 2 })
  await settle()
  const { sweep } = await sweeping
  expect(sweep.cuts.length).toBeGreaterThan(0)
  const asked = compiler.ask<'suggest-links'>({ kind: 'suggest-links', sweep })
  await settle()
  const { suggestions } = await asked
  expect(suggestions.length).toBeGreaterThan(0)
  for (const { command } of suggestions) expect('refused' in applyCommand(design, command)).toBe(false)
})

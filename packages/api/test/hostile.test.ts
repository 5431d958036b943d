import { sampleDesign, serializeDesign, toFile } from '@weft/domain'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { thumbnailSchema } from '../src/router/thumbnail'
import { clientOf, refusalOf } from './client'
import { change, device, putDevice, sent } from './device-changes'
import type { Running } from './on-both'
import { onBothDatabases } from './on-both'

const MIB = 1024 * 1024
const OWN = { host: 'localhost:3000', 'content-type': 'application/json' }

function post(
  running: Running,
  procedure: string,
  body: string | ReadableStream,
  headers: { readonly [name: string]: string } = OWN,
): Promise<Response> {
  const url = `http://localhost:3000/api/trpc/${procedure}`
  return running.api.handle(new Request(url, { method: 'POST', headers, body, duplex: 'half' } as RequestInit))
}

onBothDatabases('bad input', (running) => {
  const designCount = async () => (await running.client.designs.list.query({})).length

  /** The refusal names the place, the value and what to do, in both languages, and nothing was stored. */
  async function expectRefused(call: () => Promise<unknown>, path: string): Promise<void> {
    const before = await designCount()
    const refusal = await refusalOf(call())
    expect(refusal).toMatchObject({ code: 'BAD_REQUEST', refusal: { kind: 'invalid' } })
    const problem = refusal.refusal?.problems.find((candidate) => candidate.path === path)
    expect(refusal.refusal?.problems.map((candidate) => candidate.path)).toContain(path)
    for (const words of [problem?.message, problem?.remedy]) {
      expect(words?.en).toBeTruthy()
      expect(words?.zh).toBeTruthy()
    }
    expect(refusal.message).toContain(problem?.message.en)
    expect(refusal).not.toHaveProperty('stack')
    expect(await designCount()).toBe(before)
  }

  const whole = toFile(sampleDesign()) as { readonly network: { readonly [name: string]: object } }
  const withDevice = (fields: object) =>
    JSON.stringify({ ...whole, network: { ...whole.network, devices: { 'device:x': { ...device('x'), ...fields } } } })

  it.each([
    ['nothing', '', ''],
    ['something else', '{"kind":"drawing"}', ''],
    ['a newer version', JSON.stringify({ ...whole, weft: { documentVersion: 999 } }), 'weft.documentVersion'],
    ['a truncated file', serializeDesign(sampleDesign()).slice(0, 5000), ''],
  ])('%s is no design', async (_what, text, path) => {
    const { problems } = (await refusalOf(running.client.designs.importDocument.mutate({ text }))).refusal ?? {}
    expect(problems?.length).toBeGreaterThan(0)
    if (path !== '') await expectRefused(() => running.client.designs.importDocument.mutate({ text }), path)
  })

  it.each([
    ['a name with a line break', withDevice({ name: 'a\nundo ip address' }), 'network.devices["device:x"].name'],
    ['an AS number out of range', withDevice({ asNumber: 4294967296 }), 'network.devices["device:x"].asNumber'],
  ])('%s in a file is refused where it stands', (_what, text, path) =>
    expectRefused(() => running.client.designs.importDocument.mutate({ text }), path),
  )

  it('keys that reach for the prototype are refused and reach nothing', async () => {
    const text = withDevice({}).replace('"device:x":{', '"device:x":{"__proto__":{"polluted":true},')
    const refusal = await refusalOf(running.client.designs.importDocument.mutate({ text }))
    expect(refusal).toMatchObject({ code: 'BAD_REQUEST', refusal: { kind: 'invalid' } })
    const envelope = '{"json":{"designId":"x"},"meta":{"values":{"__proto__.polluted":["Date"]}}}'
    expect((await post(running, 'changes.append', envelope)).ok).toBe(false)
    expect({}).not.toHaveProperty('polluted')
  })

  it.each([
    ['a name with a blank line', { name: 'a\n\nb' }, 'name'],
    ['a name of nothing but blanks', { name: '   ' }, 'name'],
    ['a name of 121 characters', { name: 'x'.repeat(121) }, 'name'],
  ])('%s is no name of a design', (_what, input, path) =>
    expectRefused(() => running.client.designs.create.mutate(input), path),
  )

  it('a change that does not fit is refused where it does not fit, and the good ones beside it are not stored', async () => {
    const { id: designId } = await running.client.designs.create.mutate({ name: 'Target' })
    const after = { ...device('bad'), name: 'two\nlines' }
    const bad = sent(change({ collection: 'devices', id: 'device:bad', after }))
    const append = () =>
      running.client.changes.append.mutate({ designId, knownSequence: 0, changes: [sent(putDevice('good')), bad] })
    await expectRefused(append, 'changes[1].change.edits[0].after.name')
    const same = sent(putDevice('a'))
    await expectRefused(
      () => running.client.changes.append.mutate({ designId, knownSequence: 0, changes: [same, same] }),
      'changes',
    )
    expect(await running.client.designs.open.query({ id: designId })).toMatchObject({ sequence: 0 })
  })

  it('any JSON as a change gives a refusal or is stored, never a fault', async () => {
    const { id: designId } = await running.client.designs.create.mutate({ name: 'Fuzzed' })
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (junk) => {
        const edits = [{ collection: 'devices', id: 'device:x', after: junk }]
        const label = { en: 'x', zh: 'x' }
        for (const [index, value] of [junk, { label, edits }].entries()) {
          const changes = [{ clientChangeId: `${index}`, change: value }]
          const answer = await post(
            running,
            'changes.append',
            JSON.stringify({ json: { designId, knownSequence: 0, changes } }),
          )
          expect([200, 400]).toContain(answer.status)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('50 MB are refused with the size and what to do, before anything is parsed', async () => {
    const text = 'x'.repeat(50 * MIB)
    const refusal = await refusalOf(running.client.designs.importDocument.mutate({ text }))
    expect(refusal).toMatchObject({ httpStatus: 413, refusal: { kind: 'too-large' } })
    expect(refusal.message).toContain('50 MiB or more; Weft reads at most 32 MiB')
  })

  it('a body that never says how long it is, is cut off', async () => {
    let sentBytes = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sentBytes += MIB
        controller.enqueue(new Uint8Array(MIB))
      },
    })
    expect((await post(running, 'designs.create', endless)).status).toBe(413)
    expect(sentBytes).toBeLessThan(600 * MIB)
  })

  it.each([
    ['no JSON', '{"json":', 400],
    ['a form', 'name=x', 415],
    ['JSON of another shape', '[1,2,3]', 400],
  ])('%s as a request is refused without details of the program', async (_what, body, status) => {
    const headers = status === 415 ? { ...OWN, 'content-type': 'text/plain' } : OWN
    const answer = await post(running, 'designs.create', body, headers)
    expect(answer.status).toBe(status)
    expect(await answer.text()).not.toMatch(/\.ts:|node_modules|"stack"/)
  })

  it('a procedure that does not exist is not found, and a batch of thousands is refused', async () => {
    expect((await post(running, 'designs.destroy', '{}')).status).toBe(404)
    const paths = Array(1000).fill('designs.list').join(',')
    const url = `http://localhost:3000/api/trpc/${paths}?batch=1`
    const answer = await running.api.handle(new Request(url, { headers: OWN }))
    expect(answer.status).toBe(400)
  })

  it('requests of other sites are refused with a reason before their body is read', async () => {
    const { designs } = clientOf(running.api, { host: 'evil.example' })
    const before = await designCount()
    expect(await refusalOf(designs.create.mutate({ name: 'x' }))).toMatchObject({
      code: 'FORBIDDEN',
      httpStatus: 403,
      refusal: { kind: 'forbidden', what: { en: expect.stringContaining('"evil.example"') } },
    })
    const crossSite = clientOf(running.api, { host: 'localhost:3000', origin: 'https://evil.example' })
    expect(await refusalOf(crossSite.designs.list.query({}))).toMatchObject({ code: 'FORBIDDEN' })
    expect(await designCount()).toBe(before)
  })
})

it.each([
  ['a script', '<svg><script>alert(1)</script></svg>'],
  ['a handler', '<svg><rect onload="alert(1)"/></svg>'],
  ['a reference', '<svg><path fill="url(https://evil.example)"/></svg>'],
  ['an image', '<svg><image href="https://evil.example/x.png"/></svg>'],
  ['a link', '<svg><a href="javascript:alert(1)">x</a></svg>'],
  ['an entity', '<svg>&lol;</svg>'],
  ['a document type', '<!DOCTYPE svg><svg></svg>'],
  ['a style', '<svg><rect style="background:red"/></svg>'],
  ['a foreign object', '<svg><foreignObject></foreignObject></svg>'],
  ['an element that does not close', '<svg><rect </svg>'],
  ['two pictures', `<svg></svg>${'x'.repeat(65_000)}<svg></svg>`],
])('%s is no part of a thumbnail', (_what, svg) => {
  expect(thumbnailSchema.safeParse(svg).success).toBe(false)
})

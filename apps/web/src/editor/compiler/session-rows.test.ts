import { applyCommand, compile, sampleDesign } from '@weft/domain'
import { expect, test } from 'vitest'
import { sessionOfRow, sessionRows } from './session-rows'

const design = sampleDesign()
const loopback = Object.values(design.network.interfaces).find(({ name }) => name === 'LoopBack0')
if (!loopback) throw new Error('the sample design has LoopBacks')

function withLoopbackGone() {
  const result = applyCommand(design, { kind: 'record.set', id: loopback?.id ?? 'interface:', fields: { ipv4: [] } })
  if ('refused' in result) throw new Error(JSON.stringify(result.refused))
  return compile(result.design.network)
}

test('every session of a healthy design is up, and each row has its proof', () => {
  const compilation = compile(design.network)
  const rows = sessionRows(compilation)
  expect(rows.length).toBeGreaterThan(10)
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  for (const { id, status, reason, name } of rows) {
    expect([name, status, reason]).toEqual([name, 'established', undefined])
    expect(sessionOfRow(compilation, id)?.name).toBe(name)
  }
})

test('what is down comes first and says why', () => {
  const rows = sessionRows(withLoopbackGone())
  const down = rows.filter(({ status }) => status === 'down')
  expect(down.length).toBeGreaterThan(0)
  expect(rows.slice(0, down.length)).toEqual(down)
  for (const { reason } of down) expect(reason?.en).toMatch(/\.$/)
})

test('a session that an edit took away is not there any more', () => {
  expect(sessionOfRow(compile(design.network), 'peering:nothing/0')).toBeUndefined()
})

import { expect, test } from 'vitest'
import { networkFromText } from '../../test/fabric-text'
import { compile } from '../compile'
import { whatIf } from '../failures'
import { noFailure } from '../reach'
import { explainSession } from './explain-session'
import { listSessions, sessionsNamed } from './session-list'
import { sessionsReset } from './sessions-reset'

const fabric = (source = '10.0.1.2/32') => `
  spine CE8851-32CQ8DQ-P role spine lo0 10.0.0.250/32
  leaf1 CE6866-48S8CQ-P lo0 10.0.0.1/32 lo1 10.0.1.1/32
  leaf2 CE6866-48S8CQ-P lo0 10.0.0.2/32 lo1 ${source}
  link leaf1 100GE1/0/1 10.1.1.0/31 -- spine 100GE1/0/1 10.1.1.1/31
  link leaf2 100GE1/0/1 10.1.2.0/31 -- spine 100GE1/0/2 10.1.2.1/31
  underlay ospf all
  bd 10 vni 10010 on leaf1,leaf2
  nve leaf1 lo1
  nve leaf2 lo1`
const compiled = (text: string) => compile(networkFromText(text))

test('a tunnel between two VTEPs is a session with a name from either end', () => {
  const sessions = listSessions(compiled(fabric()))
  const [tunnel] = sessions.filter(({ session }) => session.kind === 'vxlan')
  expect(tunnel).toMatchObject({ name: 'leaf1--leaf2', devices: ['device:leaf1', 'device:leaf2'] })
  expect(tunnel?.verdict.status).toBe('established')
  for (const typed of ['vxlan:leaf1--leaf2', 'vxlan:leaf2--leaf1'])
    expect(sessionsNamed(sessions, typed)).toEqual([tunnel])
})

test('its proof has the line of the tunnel source, and says what is not modelled', () => {
  const compilation = compiled(fabric())
  const [entry] = listSessions(compilation).filter(({ session }) => session.kind === 'vxlan')
  if (entry === undefined) throw new Error('there is no tunnel')
  const { sides, notModelled } = explainSession(compilation, entry)
  const facts = sides[0]?.facts ?? []
  expect(facts.map(({ fact }) => fact)).toEqual(['local-address', 'local-address', 'forward-path', 'return-path'])
  expect(facts.slice(0, 2).map(({ lines }) => lines.map(({ text }) => text.trim()))).toEqual([
    ['source 10.0.1.1'],
    ['source 10.0.1.2'],
  ])
  expect(notModelled.map(({ en }) => en).join()).toContain('MTU of the underlay')
})

test('it falls with what it crosses, and comes anew with another source', () => {
  const before = compiled(fabric())
  const { sessions } = whatIf(before.network, before, { ...noFailure, devices: new Set(['device:spine']) })
  expect(
    sessions.flatMap(({ session, after }) =>
      session.kind === 'vxlan' ? [[session.ends.join(' '), after?.status]] : [],
    ),
  ).toEqual([['device:leaf1 device:leaf2', 'down']])
  const resets = sessionsReset(before, compiled(fabric('10.0.1.9/32'))).filter(
    ({ session }) => session.kind === 'vxlan',
  )
  expect(resets.map(({ effect, causes }) => [effect, causes[0]?.what.en])).toEqual([
    ['re-establishes', 'another tunnel source'],
  ])
})

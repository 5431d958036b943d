import { expect, test } from 'vitest'
import { networkFromText } from '../../test/fabric-text'
import { compile } from '../compile'
import { noFailure } from '../reach'
import { whatIf } from './what-if'

/** A session between loopbacks with BFD on both ends; what the carried lines of `a` add. */
function noticedWith(...lines: readonly string[]) {
  const carried = [{ view: ['bgp 65000'], lines: lines.map((text) => ({ text })) }]
  const { network, intent, reachability } = compile(
    networkFromText(`
      a CE6866-48S8CQ-P as 65000 lo0 10.0.0.1/32
      b CE6866-48S8CQ-P as 65000 lo0 10.0.0.2/32
      link a 100GE1/0/1 10.1.0.0/31 -- b 100GE1/0/1 10.1.0.1/31
      underlay ospf all
      peering a lo0 -- b lo0 bfd true
      ${lines.length === 0 ? '' : `set device:a {"carried":${JSON.stringify(carried)}}`}`),
  )
  const devices = new Set(['device:b'] as const)
  const { sessions } = whatIf(network, { intent, reachability }, { ...noFailure, devices })
  return sessions.find(({ session }) => session.kind === 'bgp')?.noticed
}

test('BFD notices after three packets of a second, unless lines say otherwise', () => {
  expect(noticedWith()).toEqual({ by: 'bfd', seconds: 3 })
  expect(noticedWith('peer 10.0.0.2 bfd min-rx-interval 300 detect-multiplier 5')).toEqual({ by: 'bfd', seconds: 3 })
  expect(noticedWith('peer 10.0.0.2 bfd min-rx-interval 3000')).toEqual({ by: 'bfd', seconds: 9 })
  expect(noticedWith('peer 10.0.0.9 bfd min-rx-interval 3000')).toEqual({ by: 'bfd', seconds: 3 })
})

test('after how long is not known where a group may say it', () => {
  expect(noticedWith('peer spines bfd min-rx-interval 300')).toEqual({ by: 'bfd' })
})

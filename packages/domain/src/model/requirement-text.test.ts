import { expect, test } from 'vitest'
import { networkFromText } from '../../test/fabric-text'
import type { Requirement } from './design'
import { requirementText } from './requirement-text'

const network = networkFromText(`
  leaf-1 CE6866-48S8CQ-P role leaf
  spine-1 CE8851-32CQ8DQ-P role spine
  link leaf-1 100GE1/0/1 -- spine-1 100GE1/0/1`)
const said = (parts: Omit<Requirement, 'id'>) => requirementText(network, { id: 'requirement:r', ...parts })

test('a requirement reads as a sentence in both languages', () => {
  expect(
    said({
      subject: { kind: 'loopbacks', from: { role: 'leaf' }, to: { role: 'route-reflector' } },
      survives: { failures: 1, of: 'both' },
    }),
  ).toEqual({
    en: 'every leaf and every route-reflector reach each other’s LoopBack after any one device or link fails',
    zh: '任意一个设备或链路故障后，每台 leaf与每台 route-reflector的 LoopBack 互通',
  })
  expect(
    said({
      subject: { kind: 'sessions', protocols: ['bgp', 'bmp'], of: { deviceIds: ['device:leaf-1'] } },
      survives: { failures: 2, of: 'links' },
      whileDown: { deviceIds: ['device:spine-1'], linkIds: ['link:leaf-1.100GE1-0-1--spine-1.100GE1-0-1'] },
    }),
  ).toEqual({
    en: 'all BGP, BMP sessions of leaf-1 stay up after any two links fail, while spine-1, leaf-1 100GE1/0/1 – spine-1 100GE1/0/1 are down',
    zh: 'spine-1、leaf-1 100GE1/0/1 – spine-1 100GE1/0/1 故障期间，任意两个链路故障后，leaf-1的所有 BGP、BMP 会话保持正常',
  })
})

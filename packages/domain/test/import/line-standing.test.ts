import { expect, test } from 'vitest'
import { compile } from '../../src/compile'
import { blame } from '../../src/config'
import { importConfigs } from '../../src/import-configs'

test('every printed line says whether it is modelled, carried, or unknown', () => {
  const text = `#
sysname leaf-1
#
undo telnet server enable
#
frobnicate everything
#
interface LoopBack0
 ip address 10.0.0.1 255.255.255.255
#
return
`
  const result = importConfigs([{ name: 'leaf-1.cfg', text }])
  if (!result.ok) throw new Error(result.problems.map(({ what }) => what.en).join())
  const [tree] = compile(result.design.network).configs.values()
  const standings = new Map((tree ? blame(tree) : []).map((line) => [line.text.trim(), line.standing]))
  expect(standings.get('sysname leaf-1')).toBe('modelled')
  expect(standings.get('ip address 10.0.0.1 255.255.255.255')).toBe('modelled')
  expect(standings.get('undo telnet server enable')).toBe('carried')
  expect(standings.get('frobnicate everything')).toBe('unknown')
})

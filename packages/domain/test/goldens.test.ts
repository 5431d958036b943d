import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { configTexts } from './compiled-configs'
import { networkFromText } from './fabric-text'

/**
 * Every folder of `goldens` has a network in `fabric.txt` and the configuration of each of its devices.
 * After a wanted change: `npx vitest run --project domain test/goldens.test.ts -u`, then read the diff.
 */
const folder = fileURLToPath(new URL('./goldens/', import.meta.url))
const names = readdirSync(folder).sort()

test('there are goldens', () => {
  expect(names.length).toBeGreaterThanOrEqual(10)
})

describe.each(names)('%s', (name) => {
  const texts = configTexts(networkFromText(readFileSync(`${folder}${name}/fabric.txt`, 'utf8')))

  test.each([...texts])('%s', async (device, text) => {
    await expect(text).toMatchFileSnapshot(`${folder}${name}/${device}.cfg`)
  })

  test('has a file for each device and no other', () => {
    const files = readdirSync(`${folder}${name}`).filter((file) => file.endsWith('.cfg'))
    expect(files.sort()).toEqual([...texts.keys()].map((device) => `${device}.cfg`).sort())
  })
})

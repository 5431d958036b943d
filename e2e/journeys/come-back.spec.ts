import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { devices, expectOpen, expectSaved, freshFolder, openFile, weft } from './steps/designs'

test('the sample fabric is there on the first visit and has no errors', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: /Sample fabric/ }).click()
  await expectOpen(page, 'Sample fabric')
  await expect(devices(page)).toHaveCount(6)
  await expect(page.getByRole('button', { name: /Error 0/ })).toBeVisible()
})

test('an edit is there after closing the browser', async ({ page, context }) => {
  const file = join(freshFolder(), 'kept.json')
  weft('new', '--leaves', '2', '--pairs', '0', '--servers', '0', '-o', file)
  await openFile(page, file)
  await devices(page).filter({ hasText: 'leaf-1' }).click()
  const name = page.getByLabel('Name (sysname)')
  await name.fill('renamed-leaf')
  await name.press('Enter')
  await expect(devices(page).filter({ hasText: 'renamed-leaf' })).toBeVisible()
  await expectSaved(page)
  const address = page.url()
  await page.close()

  const later = await context.newPage()
  await later.goto(address)
  await expect(devices(later).filter({ hasText: 'renamed-leaf' })).toBeVisible()
  await later.goto('/')
  await expect(later.getByRole('link', { name: /kept/ })).toBeVisible()
})

test('browser and command line export the same bytes', async ({ page }) => {
  const folder = freshFolder()
  const file = join(folder, 'same.json')
  weft('new', '--leaves', '4', '--pairs', '1', '--servers', '3', '-o', file)
  weft('export', file, '-o', join(folder, 'configs'))
  await openFile(page, file)
  await expect(devices(page)).toHaveCount(6)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download zip' }).click()
  const files = unzipSync(new Uint8Array(readFileSync(await (await downloading).path())))
  expect(Object.keys(files)).toContain('manifest.json')
  for (const [path, content] of Object.entries(files)) {
    expect(strFromU8(content)).toBe(readFileSync(join(folder, 'configs', path), 'utf8'))
  }
})

test('a file that is no design is refused with its place and a remedy, and nothing is lost', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel('Design file').setInputFiles({
    name: 'bad.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"weft": 1, "network": []}'),
  })
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing was stored' })).toContainText('weft.documentVersion')
  await expect(page.getByRole('link', { name: /Sample fabric/ })).toBeVisible()
})

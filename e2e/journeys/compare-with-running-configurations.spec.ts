import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { expectSaved, freshFolder, openFile, weft } from './steps/designs'

const title = 'Compare with running configurations'

/** Opens a fabric of four leaves, and gives the folder with its configurations. */
async function openFabric(page: Page): Promise<string> {
  const folder = freshFolder()
  weft('new', '--leaves', '4', '--pairs', '1', '--servers', '2', '-o', join(folder, 'fabric.json'))
  weft('export', join(folder, 'fabric.json'), '-o', join(folder, 'configs'))
  await openFile(page, join(folder, 'fabric.json'))
  await expectSaved(page)
  return join(folder, 'configs')
}

function change(file: string, edit: (text: string) => string): string {
  const text = readFileSync(file, 'utf8')
  const changed = edit(text)
  expect(changed).not.toBe(text)
  writeFileSync(file, changed)
  return file
}

test('what devices run is reviewed, taken for one and left for another, and undone in one step', async ({ page }) => {
  const folder = await openFabric(page)
  const files = [
    change(join(folder, 'leaf-1.cfg'), (text) =>
      text
        .replace(' undo portswitch\n', ' undo portswitch\n mtu 9100\n')
        .replace('#\nreturn', '#\nntp unicast-server 10.9.9.9\n#\nreturn'),
    ),
    change(join(folder, 'leaf-2.cfg'), (text) => text.replace(/ description .*/, ' description by hand')),
  ]
  await page.getByRole('button', { name: 'Compare with running configs' }).click()
  const dialog = page.getByRole('dialog', { name: title })
  await dialog.locator('input[type=file]').setInputFiles(files)
  await expect(dialog).toContainText('2 of 2 devices differ from the design.')
  const leaf1 = dialog.getByRole('article').filter({ hasText: 'leaf-1.cfg' })
  const leaf2 = dialog.getByRole('article').filter({ hasText: 'leaf-2.cfg' })
  await expect(leaf1).toContainText('mtu 9100')
  await expect(leaf1).toContainText('ntp unicast-server 10.9.9.9')
  await expect(leaf2).toContainText('1 changed')
  await expect(leaf2).toContainText('description by hand')
  await expect(dialog.getByRole('button', { name: /into the design/ })).toBeDisabled()

  await leaf1.getByLabel('Take what runs').check()
  await dialog.getByRole('button', { name: 'Take 1 device into the design' }).click()
  await expect(dialog).toHaveCount(0)
  await expectSaved(page)

  await page.getByRole('button', { name: 'Compare with running configs' }).click()
  await dialog.locator('input[type=file]').setInputFiles(files)
  await expect(dialog).toContainText('1 of 2 devices differ from the design.')
  await expect(dialog.getByRole('article')).toContainText('leaf-2')
  await dialog.getByRole('button', { name: 'Close' }).last().click()

  await page.getByRole('button', { name: 'Undo (Ctrl+Z)' }).click()
  await expect(page.getByRole('button', { name: 'Undo (Ctrl+Z)' })).toBeDisabled()
  await page.getByRole('button', { name: 'Compare with running configs' }).click()
  await dialog.locator('input[type=file]').setInputFiles(files)
  await expect(dialog).toContainText('2 of 2 devices differ from the design.')
})

test('a device that runs what the design says differs in nothing, and a part of a configuration cannot be taken', async ({
  page,
}) => {
  const folder = await openFabric(page)
  await page.getByRole('button', { name: 'Compare with running configs' }).click()
  const dialog = page.getByRole('dialog', { name: title })
  await dialog.locator('input[type=file]').setInputFiles(join(folder, 'leaf-1.cfg'))
  await expect(dialog).toContainText('The device runs what the design says.')
  await dialog.getByRole('button', { name: 'Choose others' }).click()
  await dialog
    .getByLabel('or paste the configuration of one device')
    .fill('<leaf-1>system-view\n[~leaf-1]interface loop 7\n[*leaf-1-LoopBack7]description by hand\n')
  await dialog.getByRole('button', { name: 'Read it' }).click()
  await expect(dialog.getByRole('article')).toContainText('interface LoopBack7')
  await expect(dialog.getByRole('radio')).toHaveCount(0)
})

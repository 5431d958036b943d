import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { expectSaved, freshFolder, openFile, weft } from './steps/designs'

test('numbers say where they come from, and change only after a preview', async ({ page }) => {
  const file = join(freshFolder(), 'numbers.json')
  weft('new', '--leaves', '2', '--pairs', '0', '--servers', '0', '-o', file)
  await openFile(page, file)
  await page.getByRole('tab', { name: 'Numbers' }).press('Enter')
  const numbers = page.getByRole('region', { name: 'Numbers' })
  const loopback = numbers.locator('[data-number="interface:leaf-1.LoopBack0/ipv4"]')
  await expect(loopback).toContainText('10.0.0.3/32')
  await expect(loopback).toContainText('given by hand')

  await numbers.getByRole('button', { name: /Renumber loopback-ipv4/ }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Renumber' })
  // Every number came with the file, so nothing is Weft's to change until it is asked to.
  await expect(dialog.getByRole('alert')).toContainText('no number changes')
  await dialog.getByRole('checkbox').press('Space')
  await expect(dialog).toContainText('10.0.0.3/32')
  await expect(dialog).toContainText('resets')
  await dialog.getByRole('button', { name: 'Renumber' }).press('Enter')

  await expect(loopback).toContainText('10.0.0.1/32')
  await expect(loopback).toContainText('first free number of the pool')
  await expectSaved(page)
  await expect(loopback.getByRole('time')).toBeVisible()
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(loopback).toContainText('10.0.0.3/32')
})

import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { devices, expectOpen, expectSaved, findingsOf, links } from './steps/designs'

test('an engineer does the whole job without touching the mouse', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'New design' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Name').waitFor()
  await page.keyboard.type('By keyboard')
  await page.keyboard.press('Enter')
  await expectOpen(page, 'By keyboard')

  await page.getByLabel('Search models').focus()
  await page.keyboard.type('CE6866-48S8CQ-P')
  await page.getByRole('button', { name: 'CE6866-48S8CQ-P', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(devices(page)).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(devices(page)).toHaveCount(2)

  await page.keyboard.press('Control+a')
  await page.keyboard.press('l')
  await expect(page.getByRole('dialog', { name: 'New link' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(links(page)).not.toHaveCount(0)

  await page.locator('body').press('Control+a')
  await page.keyboard.press('p')
  await expect(findingsOf(page, 'bgp/loopback-unreachable').first()).toBeVisible()
  await findingsOf(page, 'bgp/loopback-unreachable').first().getByRole('button', { name: /^Fix/ }).focus()
  await page.keyboard.press('Enter')
  await expect(findingsOf(page, 'bgp/loopback-unreachable')).toHaveCount(0)

  await page.locator('body').press('Control+z')
  await expect(findingsOf(page, 'bgp/loopback-unreachable')).not.toHaveCount(0)
  await page.locator('body').press('Control+Shift+z')
  await expect(findingsOf(page, 'bgp/loopback-unreachable')).toHaveCount(0)
  await expectSaved(page)

  await page.getByRole('button', { name: 'Export', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Download zip' }).focus()
  const downloading = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  const files = unzipSync(new Uint8Array(readFileSync(await (await downloading).path())))
  expect(Object.keys(files).filter((path) => path.endsWith('.cfg'))).toHaveLength(2)
})

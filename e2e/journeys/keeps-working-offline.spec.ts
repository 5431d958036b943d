import { expect, test } from '@playwright/test'
import { createDesign, devices, expectSaved } from './steps/designs'

test('edits made while the server is out of reach are kept, said to be kept, and sent later', async ({ page }) => {
  await createDesign(page, 'Out of reach')
  await page.route('**/api/trpc/**', (route) => route.abort())
  await page.getByLabel('Search models').fill('CE6866-48S8CQ-P')
  await page.getByRole('button', { name: 'CE6866-48S8CQ-P', exact: true }).press('Enter')
  await expect(devices(page)).toHaveCount(1)
  await expect(page.locator('[data-save=offline]')).toContainText('kept here, will retry')

  await page.unroute('**/api/trpc/**')
  await page.getByRole('button', { name: 'Try now' }).click()
  await expectSaved(page)
  await page.reload()
  await expect(devices(page)).toHaveCount(1)
})

test('a page closed before the server answered brings its edits back on the next visit', async ({ page, context }) => {
  await createDesign(page, 'Closed too soon')
  const address = page.url()
  await page.route('**/api/trpc/changes.append**', (route) => route.abort())
  await page.getByLabel('Search models').fill('CE6866-48S8CQ-P')
  await page.getByRole('button', { name: 'CE6866-48S8CQ-P', exact: true }).press('Enter')
  await expect(devices(page)).toHaveCount(1)
  await page.close()

  const later = await context.newPage()
  await later.goto(address)
  await expect(devices(later)).toHaveCount(1)
  await expectSaved(later)
})

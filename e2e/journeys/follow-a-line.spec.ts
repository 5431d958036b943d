import { expect, test } from '@playwright/test'
import { devices, expectOpen } from './steps/designs'

test('a configuration line leads to its objects, and an object to its lines on every device', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: /Sample fabric/ }).click()
  await expectOpen(page, 'Sample fabric')
  await devices(page).filter({ hasText: 'leaf-1' }).click()
  await page.getByRole('tab', { name: 'Configuration', exact: true }).click()
  await page
    .locator('.cm-line', { hasText: /connect-interface LoopBack0/ })
    .first()
    .click()
  await expect(page.locator('.cm-line.vrp-marked').first()).toBeVisible()
  await expect(page.getByText('Lines of the selection:')).toBeVisible()
  // A peering has lines on both of its devices.
  await expect(page.getByRole('button', { name: /^spine-\d \d+$/ }).first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Inspector' })).toContainText(/selected|BGP peering/)
})

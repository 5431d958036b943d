import { expect, test } from '@playwright/test'
import { devices, expectOpen } from './steps/designs'

test('every session shows its proof, and a session that is down the edits that bring it up', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: /Sample fabric/ }).click()
  await expectOpen(page, 'Sample fabric')
  await page.getByRole('tab', { name: 'Sessions' }).press('Enter')
  const sessions = page.getByRole('region', { name: 'Sessions' })
  await expect(sessions.locator('[data-status="established"]').first()).toBeVisible()
  const bgp = sessions.locator('[data-session]', { hasText: 'leaf-1:10.0.0.1' })
  await bgp.getByRole('button').first().press('Enter')
  const fact = bgp.getByRole('button', { name: /runs the session from 10\.0\.0\.3/ })
  await fact.press('Enter')
  await expect(bgp.getByText('peer 10.0.0.1 connect-interface LoopBack0')).toBeVisible()
  await expect(bgp.getByText(/^Source: /).first()).toBeVisible()
})

test('what is taken down for a look changes verdicts on the canvas and nothing in the design', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: /Sample fabric/ }).click()
  await expectOpen(page, 'Sample fabric')
  await page.getByRole('tab', { name: 'Failures' }).press('Enter')
  const failures = page.getByRole('region', { name: 'Failures' })
  await failures.getByRole('button', { name: 'Click to take down' }).click()
  await devices(page).filter({ hasText: 'leaf-1' }).click()
  await expect(devices(page).filter({ hasText: 'leaf-1' }).getByLabel('Down for a look')).toBeVisible()
  await expect(failures.locator('[data-after="down"]').first()).toBeVisible()
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled()
  await failures.getByRole('button', { name: 'All up again' }).click()
  await expect(failures.getByText('Nothing is down')).toBeVisible()

  const sweep = page.getByRole('region', { name: 'Every failure' })
  await sweep.getByRole('button', { name: 'Try every two' }).click()
  await expect(sweep.getByText(/single failures and \d+ pairs tried/)).toBeVisible()
  await sweep
    .getByRole('button', { name: /^leaf-4/ })
    .first()
    .click()
  await expect(failures.locator('[data-after="down"]').first()).toBeVisible()
})

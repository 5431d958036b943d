import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { createDesign, devices, expectSaved, findingsOf, links } from './steps/designs'

async function place(page: Page, model: string, count: number) {
  await page.getByLabel('Search models').fill(model)
  for (let index = 0; index < count; index++) {
    await page.getByRole('button', { name: model, exact: true }).press('Enter')
  }
  await page.getByLabel('Search models').fill('')
  await canvas(page).click({ position: { x: 12, y: 12 } })
}

/** A link between the two selected things, over the ports that are proposed. */
async function connect(page: Page, kind?: 'Switched') {
  await page.locator('body').press('l')
  const dialog = page.getByRole('dialog', { name: 'New link' })
  if (kind) await dialog.getByLabel(new RegExp(`^${kind}`)).check()
  await dialog.getByRole('button', { name: 'Connect' }).click()
}

function canvas(page: Page) {
  return page.locator('.react-flow__pane')
}

test('two devices become an M-LAG pair, and a server is attached to both', async ({ page }) => {
  await createDesign(page, 'A pair')
  await place(page, 'CE6866-48S8CQ-P', 2)
  await expect(devices(page)).toHaveCount(2)
  await page.locator('body').press('Control+a')
  await page.getByRole('button', { name: /^Pair as M-LAG/ }).click()
  await expect(page.locator('.react-flow__node-pair')).toHaveCount(1)
  await expect(findingsOf(page, 'mlag/authentication-missing')).toHaveCount(1)

  // A finding leads to its object, where it is mended.
  await findingsOf(page, 'mlag/authentication-missing').getByRole('button').first().click()
  const password = page.getByLabel('Authentication password')
  await password.fill('Pair-Key-2026')
  await password.press('Enter')
  await expect(findingsOf(page, 'mlag/authentication-missing')).toHaveCount(0)

  await page.getByRole('button', { name: 'Server', exact: true }).press('Enter')
  const server = page.locator('.react-flow__node-host')
  await expect(server).toHaveCount(1)
  for (const leaf of ['leaf-1', 'leaf-2']) {
    await server.click()
    await devices(page)
      .filter({ hasText: leaf })
      .click({ modifiers: ['Control'] })
    await connect(page)
  }
  await server.click()
  await page.getByRole('button', { name: /^Attach to M-LAG/ }).click()
  await devices(page).filter({ hasText: 'leaf-1' }).click()
  await page.getByRole('tab', { name: 'Configuration', exact: true }).click()
  await page.locator('.cm-content').focus()
  await expect(page.locator('.cm-line', { hasText: 'dfs-group 1' }).first()).toBeVisible()
  await page.keyboard.press('Control+End')
  await expect(page.locator('.cm-line', { hasText: / dfs-group 1 m-lag 1/ })).toBeVisible()
  await expectSaved(page)
})

test('copy, paste, delete, undo and redo', async ({ page }) => {
  await createDesign(page, 'Copies')
  await place(page, 'CE6866-48S8CQ-P', 2)
  await page.locator('body').press('Control+a')
  await connect(page)
  await expect(links(page)).toHaveCount(1)

  await page.locator('body').press('Control+a')
  await page.locator('body').press('Control+c')
  await page.locator('body').press('Control+v')
  await expect(devices(page)).toHaveCount(4)
  await expect(links(page)).toHaveCount(2)

  await page.locator('body').press('Delete')
  await expect(devices(page)).toHaveCount(2)
  await page.locator('body').press('Control+z')
  await expect(devices(page)).toHaveCount(4)
  await page.locator('body').press('Control+z')
  await expect(devices(page)).toHaveCount(2)
  await page.locator('body').press('Control+Shift+z')
  await expect(devices(page)).toHaveCount(4)
  await expectSaved(page)
})

test('a VLANIF link is drawn over a cable, a loopback dropped on a device, and everything arranged', async ({
  page,
}) => {
  await createDesign(page, 'Over a cable')
  await place(page, 'CE6866-48S8CQ-P', 2)
  await page.locator('body').press('Control+a')
  await connect(page, 'Switched')
  await page.getByRole('button', { name: /^Arrange/ }).click()

  await page.getByRole('button', { name: 'LoopBack', exact: false }).first().dragTo(devices(page).first())
  await expect(devices(page).first()).toContainText('10.0.0.1')

  await canvas(page).click({ position: { x: 20, y: 20 } })
  await page.locator('.react-flow__edge').first().dispatchEvent('click')
  await page
    .getByRole('button', { name: /^VLANIF link/ })
    .last()
    .click()
  await expect(page.locator('.react-flow__edge.vlanif, .react-flow__edge-vlanif')).toHaveCount(1)
  await expectSaved(page)
})

test('a device is watched by a BMP station', async ({ page }) => {
  await createDesign(page, 'Watched')
  await place(page, 'CE6866-48S8CQ-P', 1)
  await page.getByRole('button', { name: 'BMP station', exact: true }).press('Enter')
  await expect(page.locator('.react-flow__node-station')).toHaveCount(1)
  await page.locator('body').press('Control+a')
  await connect(page)
  await expect(links(page)).toHaveCount(1)

  await devices(page).first().click()
  await page.getByRole('button', { name: /^\+ BMP session to/ }).click()
  await page.getByRole('tab', { name: 'Configuration', exact: true }).click()
  await expect(page.locator('.cm-line', { hasText: /^bmp$/ })).toBeVisible()
  await expect(page.locator('.cm-line', { hasText: /^ bmp-session 192\.0\.2\.1/ })).toBeVisible()
  await expectSaved(page)
})

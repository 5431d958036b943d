import { expect, test } from '@playwright/test'
import { devices, expectOpen, expectSaved } from './steps/designs'

test('a fabric begins complete, and a session moves into a further BGP process', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'New design' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('With an overlay')
  await dialog.getByRole('radio', { name: /^Leaf-spine fabric/ }).check()
  await dialog.getByLabel('Servers').fill('many')
  await expect(dialog.getByText('A whole number is expected.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Create' })).toBeDisabled()
  await dialog.getByLabel('Servers').fill('2')
  await dialog.getByLabel('Tenants over EVPN').fill('1')
  await dialog.getByRole('button', { name: 'Create' }).click()
  await expectOpen(page, 'With an overlay')
  await expect(devices(page)).toHaveCount(6)

  // Another process on a leaf, under a name of its own.
  const inspector = page.getByRole('region', { name: 'Inspector' })
  const leaf = devices(page).filter({ hasText: 'leaf-4' }).getByText('leaf-4')
  await leaf.click()
  await inspector.getByText('Further BGP processes').click()
  await inspector.getByRole('button', { name: 'Add: bgp … instance' }).click()
  const processes = inspector.getByRole('group', { name: 'bgp … instance' })
  await processes.getByLabel('Name').fill('overlay')
  await processes.getByLabel('Name').press('Enter')
  await processes.getByLabel('AS number').fill('65100')
  await processes.getByLabel('AS number').press('Enter')

  // One end of a session chooses it; the lines follow.
  await inspector.getByRole('button', { name: /leaf-4 – spine-1/ }).click()
  await inspector.getByLabel('BGP process').first().selectOption('overlay (AS 65100)')
  await leaf.click()
  await page.getByRole('tab', { name: 'Configuration', exact: true }).click()
  const line = page.locator('.cm-line', { hasText: 'bgp 65100 instance overlay' })
  await page.locator('.cm-content').focus()
  await page.keyboard.press('Control+End')
  await expect(line).toBeVisible()

  for (let steps = 0; steps < 4; steps++) await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(line).toHaveCount(0)
  await expectSaved(page)
})

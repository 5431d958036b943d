import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { devices, freshFolder, openFile, weft } from './steps/designs'

test('a design of 200 devices opens, shows its verdicts, pans, and its wires can be chosen close by', async ({
  page,
}) => {
  const file = join(freshFolder(), 'two-hundred.json')
  weft('new', '--spines', '4', '--leaves', '160', '--pairs', '40', '--servers', '60', '-o', file)
  await openFile(page, file)
  await expect(page.getByRole('button', { name: /Error 0/ })).toBeVisible({ timeout: 60_000 })
  await expect(devices(page).first()).toBeVisible()

  const viewport = page.locator('.react-flow__viewport')
  const before = await viewport.getAttribute('style')
  const pane = await page.locator('.react-flow__pane').boundingBox()
  if (!pane) throw new Error('the canvas is not on the screen')
  await page.mouse.move(pane.x + 40, pane.y + 40)
  await page.mouse.down()
  await page.mouse.move(pane.x + 240, pane.y + 140, { steps: 8 })
  await page.mouse.up()
  await expect.poll(() => viewport.getAttribute('style')).not.toBe(before)

  // From far the wires are one picture; close by each of them can be chosen.
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find in this design' }).fill('leaf-77')
  await page.keyboard.press('Enter')
  await expect(devices(page).filter({ hasText: 'leaf-77' })).toBeVisible()
  const wire = page.locator('.react-flow__edge-cable').first()
  await wire.focus()
  await page.keyboard.press('Enter')
  await expect(wire).toHaveClass(/selected/)
  await expect(page.getByRole('region', { name: 'Inspector' })).toContainText(/Link|selected/)
})

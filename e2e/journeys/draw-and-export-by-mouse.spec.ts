import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { createDesign, devices, expectSaved, findingsOf, links } from './steps/designs'

async function dragModel(page: Page, model: string, at: { readonly x: number; readonly y: number }) {
  await page.getByLabel('Search models').fill(model)
  await page
    .getByRole('button', { name: model, exact: true })
    .dragTo(page.locator('.react-flow__pane'), { targetPosition: at })
}

async function connectByMouse(page: Page, from: number, to: number) {
  const start = await devices(page).nth(from).boundingBox()
  const end = await devices(page).nth(to).boundingBox()
  if (!start || !end) throw new Error('the devices are not on the screen')
  await devices(page).nth(from).hover()
  await page.mouse.move(start.x + start.width / 2, start.y + start.height)
  await page.mouse.down()
  await page.mouse.move(start.x + start.width / 2, start.y + start.height + 20)
  await page.mouse.move(end.x + end.width / 2, end.y + 2, { steps: 10 })
  await page.mouse.up()
}

test('an engineer draws two devices with the mouse and takes their configurations home', async ({ page }) => {
  await createDesign(page, 'By mouse')
  await dragModel(page, 'CE8851-32CQ8DQ-P', { x: 350, y: 90 })
  await dragModel(page, 'CE6866-48S8CQ-P', { x: 350, y: 300 })
  await expect(devices(page)).toHaveCount(2)

  await connectByMouse(page, 0, 1)
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(links(page)).not.toHaveCount(0)

  await page.locator('.react-flow__pane').click({ position: { x: 30, y: 30 } })
  await devices(page).nth(0).click()
  await devices(page)
    .nth(1)
    .click({ modifiers: ['Control'] })
  await page.getByRole('button', { name: 'Peer', exact: true }).click()
  await expect(page.getByText('LoopBack0').first()).toBeVisible()

  await findingsOf(page, 'bgp/loopback-unreachable').first().getByRole('button', { name: /^Fix/ }).click()
  await expect(findingsOf(page, 'bgp/loopback-unreachable')).toHaveCount(0)
  await expectSaved(page)

  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download zip' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('By-mouse.zip')
  const files = unzipSync(new Uint8Array(readFileSync(await download.path())))
  const configs = Object.keys(files).filter((path) => path.endsWith('.cfg'))
  expect(configs).toHaveLength(2)
  for (const path of configs) {
    const config = strFromU8(files[path] ?? new Uint8Array())
    expect(config).toMatch(/^#\nsysname /)
    expect(config).toMatch(/ peer \S+ connect-interface LoopBack0\n/)
    expect(config).toMatch(/#\nreturn\n$/)
  }
})

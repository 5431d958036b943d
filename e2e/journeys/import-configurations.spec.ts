import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { devices, expectOpen, expectSaved, freshFolder, weft } from './steps/designs'

test('the configurations of a fabric become a design that exports them again', async ({ page }) => {
  const folder = freshFolder()
  weft('new', '--leaves', '4', '--pairs', '1', '--servers', '2', '-o', join(folder, 'fabric.json'))
  weft('export', join(folder, 'fabric.json'), '-o', join(folder, 'configs'))
  const names = readdirSync(join(folder, 'configs')).filter((name) => name.endsWith('.cfg'))

  await page.goto('/')
  await page.getByRole('button', { name: 'Import configurations' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import configurations' })
  await dialog.locator('input[type=file]').setInputFiles(names.map((name) => join(folder, 'configs', name)))
  await expect(dialog.getByRole('row')).toHaveCount(names.length + 1)
  await expect(dialog).toContainText('100.0 %')
  await dialog.getByLabel('Name of the design').fill('Read back')
  await dialog.getByRole('button', { name: 'Create design' }).click()

  await expectOpen(page, 'Read back')
  await expect(devices(page)).toHaveCount(names.length)
  await expectSaved(page)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download zip' }).click()
  const files = unzipSync(new Uint8Array(readFileSync(await (await downloading).path())))
  for (const name of names) {
    expect(strFromU8(files[name] ?? new Uint8Array())).toBe(readFileSync(join(folder, 'configs', name), 'utf8'))
  }
})

test('a line nobody understands is shown, kept, and printed back in its place', async ({ page }) => {
  const config =
    '#\nsysname odd-1\n#\nundo telnet server enable\nfrobnicate all\n#\ninterface LoopBack0\n ip address 10.0.0.9 255.255.255.255\n#\nreturn\n'
  await page.goto('/')
  await page.getByRole('button', { name: 'Import configurations' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import configurations' })
  await dialog.getByLabel('or paste the configuration of one device').fill(config)
  await dialog.getByRole('button', { name: 'Read it' }).click()
  await dialog.getByText('2 lines kept as they are').click()
  await expect(dialog.getByText('undo telnet server enable')).toBeVisible()
  await dialog.getByRole('button', { name: 'Create design' }).click()
  await expect(devices(page)).toHaveCount(1)
  await devices(page).first().click()
  await page.getByRole('tab', { name: 'Configuration', exact: true }).click()
  await expect(page.locator('.cm-line.vrp-carried', { hasText: 'undo telnet server enable' })).toBeVisible()
  await expect(page.locator('.cm-line.vrp-unknown', { hasText: 'frobnicate all' })).toBeVisible()
  await expect(page.getByText('1 unknown to Weft')).toBeVisible()
})

test('what is no configuration is refused by name, and nothing is made', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Import configurations' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import configurations' })
  await dialog.locator('input[type=file]').setInputFiles([
    { name: 'leaf-1.cfg', mimeType: 'text/plain', buffer: Buffer.from('#\nsysname leaf-1\n#\nreturn\n') },
    { name: 'picture.cfg', mimeType: 'text/plain', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0a, 0x00]) },
  ])
  await expect(dialog.getByRole('alert')).toContainText('picture.cfg')
  await expect(dialog.getByRole('button', { name: 'Create design' })).toHaveCount(0)
})

async function pasteInto(page: Page, text: string) {
  await page.goto('/')
  await page.getByRole('button', { name: 'Import configurations' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import configurations' })
  await dialog.getByLabel('or paste the configuration of one device').fill(text)
  await dialog.getByRole('button', { name: 'Read it' }).click()
  return dialog
}

test('typed commands are told by their prompts; a shortened keyword is refused with its line', async ({ page }) => {
  const typed =
    '<HUAWEI>system-view\n[~HUAWEI]sysname leaf-1\n[*HUAWEI]interface 100ge 1/0/1\n[*HUAWEI-100GE1/0/1]undo portswitch\n'
  const dialog = await pasteInto(page, typed)
  await expect(dialog.getByRole('row', { name: /leaf-1/ })).toContainText('typed commands')
  const refused = await pasteInto(page, typed.replace('portswitch', 'portsw'))
  await expect(refused.getByRole('alert')).toContainText('pasted text:4')
  await expect(refused.getByRole('alert')).toContainText('portswitch')
})

test('a captured session gives the model', async ({ page }) => {
  const dialog = await pasteInto(
    page,
    '<leaf-1>display version\nHUAWEI CE6881-48S6CQ uptime is 1 day\n<leaf-1>display current-configuration\n#\nsysname leaf-1\n#\nreturn\n<leaf-1>',
  )
  await expect(dialog.getByRole('row', { name: /leaf-1/ })).toContainText('CE6881-48S6CQ')
})

test('parts of one device are offered to be taken as one', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Import configurations' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import configurations' })
  const part = (name: string, lines: string) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(`#\nsysname leaf-1\n#\n${lines}#\n`),
  })
  await dialog
    .locator('input[type=file]')
    .setInputFiles([part('a.cfg', 'interface LoopBack0\n'), part('b.cfg', 'interface LoopBack1\n')])
  await expect(dialog.getByRole('alert')).toContainText('b.cfg:2')
  await dialog.getByRole('button', { name: 'Take them as one' }).click()
  await expect(dialog.getByRole('row')).toHaveCount(3)
})

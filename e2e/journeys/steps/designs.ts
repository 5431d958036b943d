import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'

const weftCommand = join(import.meta.dirname, '../../../apps/cli/bin/weft.mjs')

/** Runs the command line of the product. */
export function weft(...argv: readonly string[]): void {
  execFileSync(process.execPath, [weftCommand, ...argv], { stdio: 'pipe' })
}

export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'weft-journey-'))
}

/** Makes an empty design from the list and waits until it is open. */
export async function createDesign(page: Page, name: string): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: 'New design' }).click()
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Create' }).click()
  await expectOpen(page, name)
}

export async function expectOpen(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Opens a design file from the list. */
export async function openFile(page: Page, file: string): Promise<void> {
  await page.goto('/')
  await page.getByLabel('Design file').setInputFiles(file)
  await page.waitForURL(/\/d\//)
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator('[data-save=saved]')).toBeVisible()
}

export function devices(page: Page) {
  return page.locator('.react-flow__node-device')
}

export function links(page: Page) {
  return page.locator('.react-flow__edge')
}

export function findingsOf(page: Page, ruleId: string) {
  return page.locator(`[data-rule="${ruleId}"]`)
}

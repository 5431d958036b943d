import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { devices, expectOpen } from './steps/designs'

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect
    .soft(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html).slice(0, 3) })))
    .toEqual([])
}

for (const theme of ['light', 'dark'] as const) {
  for (const language of ['en', 'zh'] as const) {
    test(`no accessibility violation on any page: ${theme}, ${language}`, async ({ page }) => {
      await page.addInitScript(
        (preferences) => localStorage.setItem('weft.preferences', preferences),
        JSON.stringify({ theme, language }),
      )
      await page.goto('/')
      await expect(page.getByRole('link', { name: /Sample fabric/ })).toBeVisible()
      await expectAccessible(page)

      await page.getByRole('button', { name: language === 'en' ? 'New design' : '新建设计' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')

      await page.getByRole('link', { name: /Sample fabric/ }).click()
      await expectOpen(page, 'Sample fabric')
      await expect(devices(page)).toHaveCount(6)
      await expectAccessible(page)

      await devices(page).filter({ hasText: 'leaf-1' }).click()
      await page.getByRole('tab', { name: language === 'en' ? 'Configuration' : '配置', exact: true }).click()
      await expect(page.locator('.cm-line').first()).toBeVisible()
      await expectAccessible(page)

      for (const tab of language === 'en' ? ['Sessions', 'Failures', 'Numbers'] : ['会话', '故障', '编号']) {
        await page.getByRole('tab', { name: tab, exact: true }).click()
        await expect(page.getByRole('tabpanel')).toBeVisible()
        await expectAccessible(page)
      }

      await page.getByRole('button', { name: language === 'en' ? 'Export' : '导出', exact: true }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectAccessible(page)

      await page.goto('/d/no-such-design')
      await expect(page.getByRole('alert').filter({ hasText: 'no-such-design' })).toBeVisible()
      await expectAccessible(page)
      await page.goto('/no-such-page')
      await expectAccessible(page)
    })
  }
}

import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { chromium } from '@playwright/test'

const web = join(import.meta.dirname, '../../apps/web')
const weftCommand = join(import.meta.dirname, '../../apps/cli/bin/weft.mjs')
const port = 3988
const address = `http://127.0.0.1:${port}`
const fabrics = [
  { devices: 200, options: ['--spines', '4', '--leaves', '164', '--pairs', '40', '--servers', '40'] },
  { devices: 1000, options: ['--spines', '4', '--leaves', '860', '--pairs', '200', '--servers', '100'] },
]

export const bench = {
  title: 'Canvas in Chromium',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'weft-bench-'))
    const server = spawn(process.execPath, ['scripts/serve.mjs'], {
      cwd: web,
      env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: join(folder, 'data'), DATABASE_URL: '' },
      stdio: 'ignore',
    })
    try {
      await untilItAnswers()
      const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find(
        (path) => path !== undefined && existsSync(path),
      )
      const browser = await chromium.launch({
        ...(executablePath ? { executablePath } : {}),
        args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking'],
      })
      const rows: (string | number)[][] = []
      for (const { devices, options } of fabrics) {
        const file = join(folder, `fabric-${devices}.json`)
        execFileSync(process.execPath, [weftCommand, 'new', ...options, '-o', file])
        rows.push([devices, ...(await measure(browser, file))])
      }
      await browser.close()
      const notes = [
        'Software rendering on a shared machine. Drawn: first device visible after opening the page of a stored design. Frames: while dragging the drawing for 3 s, all of it in view and where port names can be read. Renamed: from the key that ends the new name of a device until no verdict is waited for, in frames.',
      ]
      return {
        columns: [
          'devices',
          'first device drawn, s',
          'verdicts shown, s',
          'frames/s, whole drawing',
          '95th percentile, ms',
          'frames/s, close by',
          '95th percentile, ms',
          'device renamed, median, ms',
        ],
        rows,
        notes,
      }
    } finally {
      server.kill('SIGKILL') // nothing of this run is to be kept
    }
  },
}

async function measure(browser: Browser, file: string): Promise<readonly number[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(address)
  await page.getByLabel('Design file').setInputFiles(file)
  await page.waitForURL(/\/d\//, { timeout: 120_000 })
  const design = page.url()
  await page.goto('about:blank')
  const started = performance.now()
  await page.goto(design)
  await page.locator('.react-flow__node-device').first().waitFor({ timeout: 120_000 })
  const drawn = (performance.now() - started) / 1000
  await page.getByRole('button', { name: /Error \d+$/ }).waitFor({ timeout: 120_000 })
  await page.getByText('Checking the design…').waitFor({ state: 'detached', timeout: 120_000 })
  const judged = (performance.now() - started) / 1000
  const whole = await drag(page)
  await zoomInto(page)
  const close = await drag(page)
  const renamed = await rename(page)
  await page.close()
  return [drawn, judged, ...whole, ...close, renamed]
}

/** Renames the first device in view nine times; the median of how long its verdicts are waited for. */
async function rename(page: Page): Promise<number> {
  await page.locator('.react-flow__node-device').first().click()
  const name = page.getByLabel('Name (sysname)')
  const times: number[] = []
  for (let turn = 0; turn < 9; turn++) {
    await name.fill(`renamed-${turn}`)
    const waited = page.evaluate(async () => {
      const key = await new Promise<number>((resolve) => {
        addEventListener('keydown', () => resolve(performance.now()), { once: true, capture: true })
      })
      for (let frame = 0; frame < 2 || document.querySelector('[data-compiling]') !== null; frame++)
        await new Promise<number>((resolve) => requestAnimationFrame(resolve))
      return performance.now() - key
    })
    await name.press('Enter')
    times.push(await waited)
  }
  return times.sort((a, b) => a - b)[4] ?? Number.NaN
}

/** Drags the drawing by an empty place for three seconds. Frames per second, and the slowest of twenty frames. */
async function drag(page: Page): Promise<readonly number[]> {
  const viewport = page.locator('.react-flow__viewport')
  const before = await viewport.getAttribute('style')
  const at = await page.evaluate(() => {
    const pane = document.querySelector('.react-flow__pane')?.getBoundingClientRect()
    for (let y = (pane?.top ?? 0) + 30; pane && y < pane.bottom - 100; y += 7) {
      for (let x = pane.left + 20; x < pane.right - 500; x += 7) {
        if (document.elementFromPoint(x, y)?.classList.contains('react-flow__pane')) return { x, y }
      }
    }
    throw new Error('there is no empty place to take hold of the drawing')
  })
  await page.mouse.move(at.x, at.y)
  const frames = page.evaluate(async () => {
    const gaps: number[] = []
    const begun = performance.now()
    for (let last = begun; last - begun < 3000; ) {
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
      gaps.push(now - last)
      last = now
    }
    return gaps.slice(1)
  })
  await page.mouse.down()
  for (let step = 0; step < 180; step++) {
    await page.mouse.move(at.x + step * 2, at.y + (step % 40))
    await page.waitForTimeout(16)
  }
  await page.mouse.up()
  if ((await viewport.getAttribute('style')) === before) throw new Error('the drawing was dragged and did not move')
  const gaps = (await frames).sort((a, b) => a - b)
  return [gaps.length / 3, gaps[Math.floor((gaps.length - 1) * 0.95)] ?? Number.NaN]
}

/** Until the names of ports can be read. */
async function zoomInto(page: Page): Promise<void> {
  const pane = await page.locator('.react-flow__pane').boundingBox()
  await page.mouse.move((pane?.x ?? 0) + 450, (pane?.y ?? 0) + 250)
  for (let turn = 0; turn < 60; turn++) {
    const style = (await page.locator('.react-flow__viewport').getAttribute('style')) ?? ''
    if (Number(/scale\(([\d.]+)\)/.exec(style)?.[1]) >= 0.9) break
    await page.mouse.wheel(0, -200)
    await page.waitForTimeout(60)
  }
  await page.waitForTimeout(500)
}

async function untilItAnswers(): Promise<void> {
  for (let attempt = 0; attempt < 240; attempt++) {
    const answered = await fetch(address).then(
      (response) => response.ok,
      () => false,
    )
    if (answered) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error(`the server on ${address} does not answer; run npm start once so that it is built`)
}

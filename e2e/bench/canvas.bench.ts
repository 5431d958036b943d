import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
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
        'Software rendering on a shared machine. Drawn: first device visible after opening the page of a stored design. Frames: while dragging the drawing for 3 s.',
      ]
      return {
        columns: [
          'devices',
          'first device drawn, s',
          'verdicts shown, s',
          'frames per second',
          'median frame, ms',
          '95th percentile frame, ms',
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
  const pane = await page.locator('.react-flow__pane').boundingBox()
  await page.mouse.move((pane?.x ?? 0) + 200, (pane?.y ?? 0) + 200)
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
    await page.mouse.move((pane?.x ?? 0) + 200 + step * 2, (pane?.y ?? 0) + 200 + (step % 40))
    await page.waitForTimeout(16)
  }
  await page.mouse.up()
  const gaps = (await frames).sort((a, b) => a - b)
  await page.close()
  const at = (share: number) => gaps[Math.floor((gaps.length - 1) * share)] ?? Number.NaN
  return [drawn, judged, gaps.length / 3, at(0.5), at(0.95)]
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

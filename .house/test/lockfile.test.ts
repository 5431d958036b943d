import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { lockProblems } from '../gates/lockfile.mjs'
import { isInstalled } from '../lib/install.mjs'

describe('lockProblems', () => {
  test('accepts entries that stand beside the package or above it', () => {
    const lock = {
      '': {},
      'packages/a': {},
      'node_modules/@weft/a': { resolved: 'packages/a', link: true },
      'node_modules/tool': { optionalDependencies: { '@tool/mac': '1', '@tool/linux': '1' } },
      'node_modules/@tool/mac': {},
      'node_modules/tool/node_modules/@tool/linux': {},
    }
    expect(lockProblems(lock)).toEqual([])
  })

  test('names the package for another platform that is missing', () => {
    const lock = {
      'node_modules/tool': { optionalDependencies: { '@tool/mac': '1' } },
      'node_modules/other/node_modules/@tool/mac': {},
    }
    expect(lockProblems(lock)).toEqual([expect.stringContaining('node_modules/tool lists @tool/mac')])
  })

  test('names a registry address', () => {
    const lock = { 'node_modules/tool': { resolved: 'https://registry.example/tool.tgz' } }
    expect(lockProblems(lock)).toEqual([expect.stringContaining('https://registry.example/tool.tgz')])
  })
})

describe('isInstalled', () => {
  const folders: string[] = []
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
  })

  function tree(present: Record<string, object> | undefined): string {
    const folder = mkdtempSync(join(tmpdir(), 'weft-lock-'))
    folders.push(folder)
    const packages = {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/mac-only': { version: '1.0.0', optional: true },
    }
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }))
    mkdirSync(join(folder, 'node_modules/a'), { recursive: true })
    if (present) writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: present }))
    return folder
  }

  test('is true for what the lockfile asks for, other platforms apart', () => {
    expect(isInstalled(tree({ 'node_modules/a': { version: '1.0.0' } }))).toBe(true)
  })

  test('is false for an interrupted installation, another version, a removed folder', () => {
    expect(isInstalled(tree(undefined))).toBe(false)
    expect(isInstalled(tree({ 'node_modules/a': { version: '0.9.0' } }))).toBe(false)
    const emptied = tree({ 'node_modules/a': { version: '1.0.0' } })
    rmSync(join(emptied, 'node_modules/a'), { recursive: true })
    expect(isInstalled(emptied)).toBe(false)
  })

  test('is false for a tree without node_modules', () => {
    const folder = tree(undefined)
    const bare = mkdtempSync(join(tmpdir(), 'weft-lock-'))
    folders.push(bare)
    cpSync(join(folder, 'package-lock.json'), join(bare, 'package-lock.json'))
    expect(isInstalled(bare)).toBe(false)
  })
})

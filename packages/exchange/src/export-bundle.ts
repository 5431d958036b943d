import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Compilation, DeviceId, Finding, JudgedFinding, LocalText, Network } from '@weft/domain'
import { byId, configText, judgeFindings, text } from '@weft/domain'
import { strToU8, zipSync } from 'fflate'
import { uniqueFileNames } from './file-name'
import { findingsReport } from './findings-report'
import { sourceMapFile } from './source-map-file'

export type ExportFile = { readonly path: string; readonly text: string }

export type ExportRequest = {
  readonly designName: string
  readonly network: Network
  readonly compilation: Compilation
  /** Absent: every device. */
  readonly deviceIds?: readonly DeviceId[]
  /** Someone has seen that the design has errors and wants the files all the same. */
  readonly errorsAcknowledged: boolean
  /** The day that decides which waivers hold, as `2026-12-31`. */
  readonly today: string
}

export type ExportResult =
  | { readonly ok: true; readonly files: readonly ExportFile[] }
  | { readonly ok: false; readonly what: LocalText; readonly errors: readonly Finding[] }

/**
 * The files of an export: one `.cfg` per device, a manifest with the SHA-256 of each file, the findings,
 * and `source-map.json` with records, derivation and source of every line. The same design on the same day gives the same bytes everywhere: no clock, no locale, no environment.
 * What somebody waived is in the findings, and nobody has to acknowledge it again.
 */
export function exportBundle({
  designName,
  network,
  compilation,
  deviceIds,
  errorsAcknowledged,
  today,
}: ExportRequest): ExportResult {
  const findings = judgeFindings(compilation.findings, network, today)
  const errors = findings.filter(({ severity, standing }) => severity === 'error' && standing !== 'waived')
  if (errors.length > 0 && !errorsAcknowledged) {
    const what = text(
      `The design has ${errors.length} findings of severity error. Fix them, or acknowledge them to export all the same.`,
      `该设计有 ${errors.length} 个错误级检查结果。请先修复，或确认后仍然导出。`,
    )
    return { ok: false, what, errors }
  }
  const wanted = deviceIds && new Set<string>(deviceIds)
  const devices = Object.values(network.devices)
    .filter((device) => !wanted || wanted.has(device.id))
    .sort(byId)
  const paths = uniqueFileNames(
    devices.map((device) => device.name),
    '.cfg',
  )
  const configs = devices.flatMap((device, index) => {
    const tree = compilation.configs.get(device.id)
    const path = paths[index]
    return tree && path ? [{ device, path, text: configText(tree) }] : []
  })
  const reports: readonly ExportFile[] = [
    { path: 'findings.json', text: `${JSON.stringify(findings, undefined, 2)}\n` },
    { path: 'findings.md', text: findingsReport(designName, network, findings) },
    sourceMapFile(compilation, configs),
  ]
  const manifest = {
    weftExport: 1,
    design: designName,
    devices: configs.map(({ device, path, text: content }) => ({
      id: device.id,
      name: device.name,
      model: device.model,
      ...entry(path, content),
    })),
    reports: reports.map((file) => entry(file.path, file.text)),
    findings: countByStanding(findings),
    errorsAcknowledged: errors.length > 0,
  }
  return {
    ok: true,
    files: [
      ...configs.map(({ path, text: content }) => ({ path, text: content })),
      ...reports,
      { path: 'manifest.json', text: `${JSON.stringify(manifest, undefined, 2)}\n` },
    ],
  }
}

function entry(path: string, content: string) {
  const bytes = strToU8(content)
  return { path, bytes: bytes.length, sha256: bytesToHex(sha256(bytes)) }
}

function countByStanding(findings: readonly JudgedFinding[]) {
  const counts = { error: 0, warning: 0, info: 0, waived: 0 }
  for (const { severity, standing } of findings) counts[standing === 'waived' ? standing : severity]++
  return counts
}

/** One zip of an export. Times are fixed so that equal files give equal bytes. */
export function zipBundle(files: readonly ExportFile[]): Uint8Array {
  // DOS times begin in 1980 and have no zone; neither has this text, so it is the same bytes everywhere.
  const mtime = '1980-01-01T12:00:00'
  return zipSync(Object.fromEntries(files.map((file) => [file.path, strToU8(file.text)])), { mtime, level: 6 })
}

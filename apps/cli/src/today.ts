import type { CliCommand } from './command'
import { textOption, UnusableInput } from './command'

export const todayOption = {
  type: 'string',
  value: 'DATE',
  says: 'judge waivers as of this day, as 2026-12-31; absent: today',
} as const

/** The day that decides which waivers hold. */
export function dayOf(options: Parameters<CliCommand['run']>[1]): string {
  const day = textOption(options, 'today') ?? localDate(new Date())
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
    throw new UnusableInput(`"${day}" is no date; write it as 2026-12-31`)
  return day
}

/** The day on the clock of whoever asks. */
function localDate(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

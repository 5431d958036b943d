/** Where a command writes. Nothing else of the process is touched, so tests can call commands. */
export type Terminal = {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Shows one line that is written over again; empty: takes it away. Absent where nobody would see it change. */
  readonly progress?: (line: string) => void
}

export type OptionSpec = {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  readonly value?: string
  readonly default?: string
  readonly says: string
}

/** Values of the options after parsing: text, or true for a flag that is set. */
export type OptionValues = { readonly [name: string]: string | boolean | undefined }

/** Exit codes of every command: fine, findings of severity error, input that cannot be used. */
export const exitCodes = { clean: 0, errors: 1, unusable: 2 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

export type CliCommand = {
  readonly name: string
  readonly operands: string
  readonly summary: string
  readonly options: { readonly [name: string]: OptionSpec }
  readonly exits: string
  readonly run: (operands: readonly string[], options: OptionValues, terminal: Terminal) => Promise<ExitCode>
}

/** Input that cannot be used: said on standard error, ends the command with exit code 2. */
export class UnusableInput extends Error {}

export function textOption(options: OptionValues, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

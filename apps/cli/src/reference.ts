import { commands, usage } from './main'

/** `docs/cli.md`, from the same table that parses the command line. */
export function commandReference(): string {
  const parts = commands.map((command) => `## weft ${command.name}\n\n\`\`\`text\n${usage(command)}\`\`\`\n`)
  return `# Command line\n\nGenerated from the command table; run \`npx weft COMMAND --help\` for the same text.\n\n${parts.join('\n')}`
}

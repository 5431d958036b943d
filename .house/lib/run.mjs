import { spawn } from 'node:child_process'
import { bin, quietTools, root } from './places.mjs'

/** @typedef {{ cwd?: string, env?: Record<string, string>, show?: boolean, minutes?: number }} RunOptions */
/** @typedef {{ code: number, output: string, late: boolean }} Outcome */

/** Process groups that are still alive; a server's grandchildren must not outlive this process. @type {Set<number>} */
const groups = new Set()

/** @param {NodeJS.Signals} signal */
function signalGroups(signal) {
  for (const pid of groups) {
    try {
      process.kill(-pid, signal)
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error
      groups.delete(pid)
    }
  }
}
process.on('exit', () => signalGroups('SIGKILL'))
for (const [signal, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])) {
  process.on(signal, () => {
    signalGroups('SIGTERM')
    // What has not stopped by then is killed by the exit handler.
    setTimeout(() => process.exit(code), groups.size > 0 ? 3000 : 0)
  })
}

/**
 * Starts a program in a process group of its own, without standard input.
 * @param {string} command @param {readonly string[]} args @param {RunOptions} options
 */
export function launch(command, args, { cwd = root, env = {}, show = true } = {}) {
  const child = spawn(command, [...args], {
    cwd,
    env: { ...process.env, ...quietTools, ...env },
    detached: true,
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
  })
  const { pid } = child
  if (pid !== undefined) groups.add(pid)
  child.once('close', () => {
    if (pid !== undefined) groups.delete(pid)
  })
  return child
}

/**
 * Runs a program to its end, or for so many minutes. With `show: false` its output is kept and returned instead of printed.
 * @param {string} command @param {readonly string[]} args @param {RunOptions} options
 * @returns {Promise<Outcome>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = launch(command, args, options)
    let output = ''
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString()
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    let late = false
    const watch = options.minutes && setTimeout(stop, options.minutes * 60_000)
    function stop() {
      late = true
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    }
    const end = (/** @type {number} */ code) => {
      if (watch) clearTimeout(watch)
      resolve({ code, output, late })
    }
    child.once('error', (error) => {
      output += `${error.message}\n`
      end(127)
    })
    child.once('close', (code) => end(code ?? 1))
  })
}

/** Runs a tool of node_modules/.bin. @param {string} tool @param {readonly string[]} args @param {RunOptions} options */
export const runTool = (tool, args, options = {}) => run(bin(tool), args, options)

/** The end of a long output. @param {string} output @param {number} lines */
export function tail(output, lines = 40) {
  return output.trimEnd().split('\n').slice(-lines).join('\n')
}

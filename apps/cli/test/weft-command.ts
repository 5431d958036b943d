import { main } from '../src/main'

/** Runs the command line in this process and answers what it said. */
export async function weft(...argv: readonly string[]) {
  const said = { out: '', err: '' }
  const code = await main(argv, { out: (text) => (said.out += text), err: (text) => (said.err += text) })
  return { code, ...said }
}

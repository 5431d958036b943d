import type { Design } from '../../src/model'
import { networkFromText } from '../fabric-text'

/** A design without a drawing, from the lines of a fixture. */
export function seedDesign(text: string): Design {
  return { network: networkFromText(text), layout: { positions: {} } }
}

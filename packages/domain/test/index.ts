/** What tests of other workspaces take from here: networks from a few lines, and those every derivation is tested with. */
export { networkFromText } from './fabric-text'
export { allFixtures } from './fixtures'

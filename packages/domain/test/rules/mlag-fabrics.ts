import { canonicalPair as pair } from './healthy'

/** The healthy pair with lines of a case. */
export const withPair = (line: string) => `${pair}\n${line}`
/** A pair on ports every model of the catalogue with 100GE ports has, without peer-link and with it. */
const pairOf = (models: readonly [string, string]) => `
  leaf1 ${models[0]}
  leaf2 ${models[1]}
  link leaf1 100GE1/0/3 10.255.1.1/30 -- leaf2 100GE1/0/3 10.255.1.2/30
  set interface:leaf1.100GE1-0-3 {"unpairedPortReserved": true}
  set interface:leaf2.100GE1-0-3 {"unpairedPortReserved": true}
  mlag pair1 leaf1 leaf2 dad 100GE1/0/3
  set mlag:pair1 {"dfs": {"password": "Pair-Key-2024", "priorities": [150, 120]}}`
export const bare = (models: readonly [string, string]) => `${pairOf(models)}
  eth-trunk leaf1 Eth-Trunk0 100GE1/0/1 100GE1/0/2
  eth-trunk leaf2 Eth-Trunk0 100GE1/0/1 100GE1/0/2
  link leaf1 100GE1/0/1 -- leaf2 100GE1/0/1
  link leaf1 100GE1/0/2 -- leaf2 100GE1/0/2
  set mlag:pair1 {"peerLink": {"kind": "physical", "trunks": ["interface:leaf1.Eth-Trunk0", "interface:leaf2.Eth-Trunk0"]}}`
export const virtual = (models: readonly [string, string]) => `${pairOf(models)}
  interface leaf1 Eth-Trunk0
  interface leaf2 Eth-Trunk0
  set mlag:pair1 {"peerLink": {"kind": "virtual", "trunks": ["interface:leaf1.Eth-Trunk0", "interface:leaf2.Eth-Trunk0"]}}`

export const dad = (fields: string) =>
  withPair(
    `set mlag:pair1 {"dualActiveDetection": {"ends": [{"interfaceId": "interface:leaf1.100GE1-0-6"}, {"interfaceId": "interface:leaf2.100GE1-0-6"}], ${fields}}}`,
  )
export const dadEnds = (ends: string) =>
  withPair(`set mlag:pair1 {"dualActiveDetection": {"udpPort": 2025, "ends": ${ends}}}`)
export const sync = (tcpPort: number) =>
  withPair(
    `set mlag:pair1 {"syncChannel": {"ends": [{"interfaceId": "interface:leaf1.Vlanif4001"}, {"interfaceId": "interface:leaf2.Vlanif4001"}], "tcpPort": ${tcpPort}}}`,
  )
export const syncEnds = (ends: string) => withPair(`set mlag:pair1 {"syncChannel": {"tcpPort": 6400, "ends": ${ends}}}`)
export const dfs = (fields: string) =>
  withPair(`set mlag:pair1 {"dfs": {"password": "Pair-Key-2024", "priorities": [150, 120], ${fields}}}`)
export const stp = (fields: string) => withPair(`set mlag:pair1 {"spanningTree": ${fields}}`)

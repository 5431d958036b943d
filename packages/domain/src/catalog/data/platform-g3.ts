import type { CatalogEntry } from '../types'
import { splitOddPorts, splitUpTo200Ge } from './breakout'

/** Support-note entries of platform group G3, without the CE6885 family (V300R023C00). */
export const platformG3: readonly CatalogEntry[] = [
  {
    id: 'ce6855-48xs8cq',
    name: 'CE6855-48XS8CQ',
    series: 'CE6800',
    status: 'documented',
    chassis: 'fixed',
    platform: 'G3',
    noteSet: 'A08',
    vlanId: [1, 4094],
    breakout: splitUpTo200Ge,
    hardware: [
      {
        name: 'CE6855-48XS8CQ',
        rackUnits: { value: 1, certainty: 'guess' },
        jumboFrameBytes: [1518, 9500],
        ports: [
          { role: 'access', type: '10GE', slot: 1, subcard: 0, first: 1, count: 48, speedGbps: 10, formFactor: 'sfp+', certainty: 'guess', source: 'NAME' },
          { role: 'uplink', type: '100GE', slot: 1, subcard: 0, first: 1, count: 8, speedGbps: 100, formFactor: 'qsfp28', portMode: { type: '200GE', groupSize: 2 }, certainty: 'sourced', source: 'CR port_mode(System_view).md' },
        ],
      },
    ],
  },
  {
    id: 'ce6863e-48s8cq',
    name: 'CE6863E-48S8CQ',
    series: 'CE6800',
    status: 'documented',
    chassis: 'fixed',
    platform: 'G3',
    noteSet: 'A08',
    vlanId: [1, 4094],
    breakout: splitUpTo200Ge,
    hardware: [
      {
        name: 'CE6863E-48S8CQ',
        rackUnits: { value: 1, certainty: 'guess' },
        jumboFrameBytes: [1518, 9500],
        ports: [
          { role: 'access', type: '25GE', slot: 1, subcard: 0, first: 1, count: 48, speedGbps: 25, formFactor: 'sfp28', portMode: { type: '50GE', groupSize: 8 }, certainty: 'sourced', source: 'CR port_mode(System_view).md' },
          { role: 'uplink', type: '100GE', slot: 1, subcard: 0, first: 1, count: 8, speedGbps: 100, formFactor: 'qsfp28', portMode: { type: '200GE', groupSize: 2 }, certainty: 'sourced', source: 'CR port_mode(System_view).md' },
        ],
      },
    ],
  },
  // Same numbering and mode groups as CE8855 on the split and port-mode pages.
  {
    id: 'ce8851-32cq4bq',
    name: 'CE8851-32CQ4BQ',
    series: 'CE8800',
    status: 'documented',
    chassis: 'fixed',
    platform: 'G3',
    noteSet: 'A10',
    vlanId: [1, 4094],
    breakout: splitOddPorts,
    hardware: [
      {
        name: 'CE8851-32CQ4BQ',
        rackUnits: { value: 1, certainty: 'guess' },
        jumboFrameBytes: [1518, 9500],
        ports: [
          { role: 'access', type: '100GE', slot: 1, subcard: 0, first: 1, count: 32, speedGbps: 100, formFactor: 'qsfp28', certainty: 'sourced', source: 'CG Configuring_Optical_Interface_Split.md' },
          { role: 'uplink', type: '100GE', slot: 1, subcard: 0, first: 33, count: 4, speedGbps: 200, defaultSpeedGbps: 100, formFactor: 'qsfp56', portMode: { type: '200GE', groupSize: 2 }, certainty: 'sourced', source: 'CG Configuring_Optical_Interface_Split.md; CR port_mode(System_view).md' },
        ],
      },
    ],
  },
  // Ports 33 to 36 are named 100GE by default although the hardware is 200GE capable; after port mode 200GE they are renamed 200GE1/0/n.
  {
    id: 'ce8855',
    name: 'CE8855',
    series: 'CE8800',
    status: 'documented',
    chassis: 'fixed',
    platform: 'G3',
    noteSet: 'A10',
    vlanId: [1, 4094],
    breakout: splitOddPorts,
    hardware: [
      {
        name: 'CE8855-32CQ4BQ',
        partNumbers: ['02355KUD'],
        rackUnits: { value: 1, certainty: 'sourced' },
        jumboFrameBytes: [1518, 9500],
        ports: [
          { role: 'access', type: '100GE', slot: 1, subcard: 0, first: 1, count: 32, speedGbps: 100, formFactor: 'qsfp28', certainty: 'sourced', source: 'CG Configuring_Optical_Interface_Split.md; NB CE8855-32CQ4BQ.yaml' },
          { role: 'uplink', type: '100GE', slot: 1, subcard: 0, first: 33, count: 4, speedGbps: 200, defaultSpeedGbps: 100, formFactor: 'qsfp56', portMode: { type: '200GE', groupSize: 2 }, certainty: 'sourced', source: 'CG Configuring_Optical_Interface_Split.md; CR port_mode(System_view).md; NB CE8855-32CQ4BQ.yaml' },
        ],
      },
    ],
  },
]

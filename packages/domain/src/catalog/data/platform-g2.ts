import type { CatalogEntry } from '../types'
import { splitUpTo200Ge, splitUpTo400Ge } from './breakout'

/** Support-note entries of platform group G2 (V300R023C00). */
export const platformG2: readonly CatalogEntry[] = [
  {
    id: 'ce6860-ham',
    name: 'CE6860-HAM',
    series: 'CE6800',
    status: 'documented',
    chassis: 'fixed',
    platform: 'G2',
    noteSet: 'A04',
    vlanId: [1, 4094],
    breakout: splitUpTo200Ge,
    hardware: [
      {
        name: 'CE6860-HAM',
        rackUnits: { value: 1, certainty: 'guess' },
        jumboFrameBytes: [1518, 9500],
        ports: [
          { role: 'access', type: '25GE', slot: 1, subcard: 0, first: 1, count: 48, speedGbps: 25, formFactor: 'sfp28', portMode: { type: '50GE', groupSize: 8 }, certainty: 'sourced', source: 'CR port_mode(System_view).md' },
          { role: 'uplink', type: '100GE', slot: 1, subcard: 0, first: 1, count: 8, speedGbps: 100, formFactor: 'qsfp28', portMode: { type: '200GE', groupSize: 4 }, certainty: 'sourced', source: 'CR port_mode(System_view).md' },
        ],
      },
    ],
  },
  // The antilocking-PFC pages name 200GE interfaces 2, 4, 6 and 8 only, so in 200GE mode the odd numbers of a group go away.
  {
    id: 'ce6860-san',
    name: 'CE6860-SAN',
    series: 'CE6800',
    status: 'documented',
    chassis: 'fixed',
    platform: 'G2',
    noteSet: 'A05',
    vlanId: [1, 4094],
    breakout: splitUpTo200Ge,
    hardware: [
      {
        name: 'CE6860-SAN',
        rackUnits: { value: 1, certainty: 'guess' },
        jumboFrameBytes: [1518, 9500],
        ports: [
          { role: 'access', type: '25GE', slot: 1, subcard: 0, first: 1, count: 48, speedGbps: 25, formFactor: 'sfp28', portMode: { type: '50GE', groupSize: 8 }, certainty: 'sourced', source: 'CR port_mode(System_view).md; CG Intelligent_Lossless_Network_Configuration (antilocking PFC chapter)' },
          { role: 'uplink', type: '100GE', slot: 1, subcard: 0, first: 1, count: 8, speedGbps: 100, formFactor: 'qsfp28', portMode: { type: '200GE', groupSize: 4 }, certainty: 'sourced', source: 'CR port_mode(System_view).md; CG Intelligent_Lossless_Network_Configuration (antilocking PFC chapter)' },
        ],
      },
    ],
  },
  {
    id: 'ce6866',
    name: 'CE6866',
    series: 'CE6800',
    status: 'documented',
    chassis: 'fixed',
    platform: 'G2',
    noteSet: 'A04',
    vlanId: [1, 4094],
    breakout: splitUpTo200Ge,
    hardware: [
      {
        name: 'CE6866-48S8CQ-P',
        partNumbers: ['02353EGN', '02353EGM', '02353EGL'],
        firstVersion: 'V300R020C00',
        rackUnits: { value: 1, certainty: 'guess' },
        jumboFrameBytes: [1518, 9500],
        ports: [
          { role: 'access', type: '25GE', slot: 1, subcard: 0, first: 1, count: 48, speedGbps: 25, formFactor: 'sfp28', portMode: { type: '50GE', groupSize: 8 }, certainty: 'sourced', source: 'CR port_mode(System_view).md; HW ce6866-48s8cq-p; CR display_device.md' },
          { role: 'uplink', type: '100GE', slot: 1, subcard: 0, first: 1, count: 8, speedGbps: 100, formFactor: 'qsfp28', portMode: { type: '200GE', groupSize: 4 }, certainty: 'sourced', source: 'CR port_mode(System_view).md; HW' },
        ],
      },
    ],
  },
  {
    id: 'ce6866k',
    name: 'CE6866K',
    series: 'CE6800',
    status: 'documented',
    chassis: 'fixed',
    platform: 'G2',
    noteSet: 'A04',
    vlanId: [1, 4094],
    breakout: splitUpTo200Ge,
    hardware: [
      {
        name: 'CE6866-48S8CQ-K',
        rackUnits: { value: 1, certainty: 'guess' },
        jumboFrameBytes: [1518, 9500],
        ports: [
          { role: 'access', type: '25GE', slot: 1, subcard: 0, first: 1, count: 48, speedGbps: 25, formFactor: 'sfp28', portMode: { type: '50GE', groupSize: 8 }, certainty: 'sourced', source: 'CR port_mode(System_view).md' },
          { role: 'uplink', type: '100GE', slot: 1, subcard: 0, first: 1, count: 8, speedGbps: 100, formFactor: 'qsfp28', portMode: { type: '200GE', groupSize: 4 }, certainty: 'sourced', source: 'CR port_mode(System_view).md' },
        ],
      },
    ],
  },
  {
    id: 'ce8850-ham',
    name: 'CE8850-HAM',
    series: 'CE8800',
    status: 'documented',
    chassis: 'fixed',
    platform: 'G2',
    noteSet: 'A06',
    vlanId: [1, 4094],
    breakout: splitUpTo400Ge,
    hardware: [
      {
        name: 'CE8850-HAM',
        rackUnits: { value: 1, certainty: 'guess' },
        jumboFrameBytes: [1518, 9500],
        ports: [
          { role: 'access', type: '100GE', slot: 1, subcard: 0, first: 1, count: 32, speedGbps: 100, formFactor: 'qsfp28', portMode: { type: '200GE', groupSize: 2 }, certainty: 'sourced', source: 'CR port_mode(System_view).md' },
          { role: 'uplink', type: '400GE', slot: 1, subcard: 0, first: 1, count: 8, speedGbps: 400, formFactor: 'qsfp-dd', certainty: 'guess', source: 'CG Security_Configuration/MACsec (400GE interfaces 1 to 4 named) (400GE ports exist; count guessed from the -32CQ8DQ-P sibling)' },
        ],
      },
    ],
  },
  {
    id: 'ce8850-san',
    name: 'CE8850-SAN',
    series: 'CE8800',
    status: 'documented',
    chassis: 'fixed',
    platform: 'G2',
    noteSet: 'A07',
    vlanId: [1, 4094],
    breakout: splitUpTo400Ge,
    hardware: [
      {
        name: 'CE8850-SAN',
        rackUnits: { value: 1, certainty: 'guess' },
        jumboFrameBytes: [1518, 9500],
        ports: [
          { role: 'access', type: '100GE', slot: 1, subcard: 0, first: 1, count: 32, speedGbps: 100, formFactor: 'qsfp28', portMode: { type: '200GE', groupSize: 2 }, certainty: 'sourced', source: 'CR port_mode(System_view).md' },
          { role: 'uplink', type: '400GE', slot: 1, subcard: 0, first: 1, count: 8, speedGbps: 400, formFactor: 'qsfp-dd', certainty: 'guess', source: 'CG Security_Configuration/MACsec (400GE interfaces 1 to 4 named) (400GE ports exist; count guessed from the -32CQ8DQ-P sibling)' },
        ],
      },
    ],
  },
  {
    id: 'ce8851-32cq8dq-p',
    name: 'CE8851-32CQ8DQ-P',
    series: 'CE8800',
    status: 'documented',
    chassis: 'fixed',
    platform: 'G2',
    noteSet: 'A06',
    vlanId: [1, 4094],
    breakout: splitUpTo400Ge,
    hardware: [
      {
        name: 'CE8851-32CQ8DQ-P',
        partNumbers: ['02353EGP', '02353EGQ', '02353EGR'],
        firstVersion: 'V300R020C00',
        rackUnits: { value: 1, certainty: 'guess' },
        jumboFrameBytes: [1518, 9500],
        ports: [
          { role: 'access', type: '100GE', slot: 1, subcard: 0, first: 1, count: 32, speedGbps: 100, formFactor: 'qsfp28', portMode: { type: '200GE', groupSize: 2 }, certainty: 'sourced', source: 'CR port_mode(System_view).md; HW ce8851-32cq8dq-p' },
          { role: 'uplink', type: '400GE', slot: 1, subcard: 0, first: 1, count: 8, speedGbps: 400, formFactor: 'qsfp-dd', certainty: 'sourced', source: 'HW ce8851-32cq8dq-p' },
        ],
      },
    ],
  },
  {
    id: 'ce8851k',
    name: 'CE8851K',
    series: 'CE8800',
    status: 'documented',
    chassis: 'fixed',
    platform: 'G2',
    noteSet: 'A06',
    vlanId: [1, 4094],
    breakout: splitUpTo400Ge,
    hardware: [
      {
        name: 'CE8851-32CQ8DQ-K',
        rackUnits: { value: 1, certainty: 'guess' },
        jumboFrameBytes: [1518, 9500],
        ports: [
          { role: 'access', type: '100GE', slot: 1, subcard: 0, first: 1, count: 32, speedGbps: 100, formFactor: 'qsfp28', portMode: { type: '200GE', groupSize: 2 }, certainty: 'sourced', source: 'CR port_mode(System_view).md' },
          { role: 'uplink', type: '400GE', slot: 1, subcard: 0, first: 1, count: 8, speedGbps: 400, formFactor: 'qsfp-dd', certainty: 'inferred', source: 'CG Security_Configuration/MACsec (400GE interfaces 1 to 4 named); NAME (400GE ports exist; count from name)' },
        ],
      },
    ],
  },
]

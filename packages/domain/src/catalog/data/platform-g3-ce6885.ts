import type { CatalogEntry } from '../types'
import { splitUpTo200Ge } from './breakout'

/** The CE6885 family; CE6885-LL-56F is one box with two forwarding modes (V300R023C00). */
export const platformG3Ce6885: readonly CatalogEntry[] = [
  {
    id: 'ce6885-ll-low-latency',
    name: 'CE6885-LL (low latency mode)',
    series: 'CE6800',
    status: 'documented',
    chassis: 'fixed',
    forwardingMode: 'low-latency',
    platform: 'LL',
    noteSet: 'A11',
    vlanId: [1, 1023],
    breakout: splitUpTo200Ge,
    hardware: [
      {
        name: 'CE6885-LL-56F',
        rackUnits: { value: 1, certainty: 'guess' },
        jumboFrameBytes: [1518, 9500],
        ports: [
          { role: 'access', type: '25GE', slot: 1, subcard: 0, first: 1, count: 48, speedGbps: 25, formFactor: 'sfp28', portMode: { type: '50GE', groupSize: 8 }, certainty: 'sourced', source: 'CR port_mode(System_view).md' },
          { role: 'uplink', type: '100GE', slot: 1, subcard: 0, first: 1, count: 8, speedGbps: 100, formFactor: 'qsfp28', portMode: { type: '200GE', groupSize: 2 }, certainty: 'sourced', source: 'CR port_mode(System_view).md' },
        ],
      },
    ],
  },
  {
    id: 'ce6885-ll-standard',
    name: 'CE6885-LL (standard forwarding mode)',
    series: 'CE6800',
    status: 'documented',
    chassis: 'fixed',
    forwardingMode: 'standard',
    platform: 'G3',
    noteSet: 'A08',
    vlanId: [1, 4094],
    breakout: splitUpTo200Ge,
    hardware: [
      {
        name: 'CE6885-LL-56F',
        rackUnits: { value: 1, certainty: 'guess' },
        jumboFrameBytes: [1518, 9500],
        ports: [
          { role: 'access', type: '25GE', slot: 1, subcard: 0, first: 1, count: 48, speedGbps: 25, formFactor: 'sfp28', portMode: { type: '50GE', groupSize: 8 }, certainty: 'sourced', source: 'CR port_mode(System_view).md' },
          { role: 'uplink', type: '100GE', slot: 1, subcard: 0, first: 1, count: 8, speedGbps: 100, formFactor: 'qsfp28', portMode: { type: '200GE', groupSize: 2 }, certainty: 'sourced', source: 'CR port_mode(System_view).md' },
        ],
      },
    ],
  },
  {
    id: 'ce6885-san',
    name: 'CE6885-SAN',
    series: 'CE6800',
    status: 'documented',
    chassis: 'fixed',
    platform: 'G3',
    noteSet: 'A09',
    vlanId: [1, 4094],
    breakout: splitUpTo200Ge,
    hardware: [
      {
        name: 'CE6885-SAN-56F',
        rackUnits: { value: 1, certainty: 'guess' },
        jumboFrameBytes: [1518, 9500],
        ports: [
          { role: 'access', type: '25GE', slot: 1, subcard: 0, first: 1, count: 48, speedGbps: 25, formFactor: 'sfp28', portMode: { type: '50GE', groupSize: 8 }, certainty: 'sourced', source: 'CR port_mode(System_view).md' },
          { role: 'uplink', type: '100GE', slot: 1, subcard: 0, first: 1, count: 8, speedGbps: 100, formFactor: 'qsfp28', portMode: { type: '200GE', groupSize: 2 }, certainty: 'sourced', source: 'CR port_mode(System_view).md' },
        ],
      },
    ],
  },
  {
    id: 'ce6885-t',
    name: 'CE6885-T',
    series: 'CE6800',
    status: 'documented',
    chassis: 'fixed',
    platform: 'G3',
    noteSet: 'A08',
    vlanId: [1, 4094],
    breakout: splitUpTo200Ge,
    hardware: [
      {
        name: 'CE6885-48YS8CQ-T',
        rackUnits: { value: 1, certainty: 'guess' },
        jumboFrameBytes: [1518, 9500],
        ports: [
          { role: 'access', type: '25GE', slot: 1, subcard: 0, first: 1, count: 48, speedGbps: 25, formFactor: 'sfp28', portMode: { type: '50GE', groupSize: 8 }, certainty: 'sourced', source: 'CR port_mode(System_view).md' },
          { role: 'uplink', type: '100GE', slot: 1, subcard: 0, first: 1, count: 8, speedGbps: 100, formFactor: 'qsfp28', portMode: { type: '200GE', groupSize: 2 }, certainty: 'sourced', source: 'CR port_mode(System_view).md' },
        ],
      },
    ],
  },
  {
    id: 'ce6885',
    name: 'CE6885',
    series: 'CE6800',
    status: 'documented',
    chassis: 'fixed',
    platform: 'G3',
    noteSet: 'A08',
    vlanId: [1, 4094],
    breakout: splitUpTo200Ge,
    hardware: [
      {
        name: 'CE6885-48YS8CQ',
        partNumbers: ['02355KTM', '02355KTN', '02355KTP'],
        firstVersion: 'V300R023C00',
        rackUnits: { value: 1, certainty: 'sourced' },
        jumboFrameBytes: [1518, 9500],
        ports: [
          { role: 'access', type: '25GE', slot: 1, subcard: 0, first: 1, count: 48, speedGbps: 25, formFactor: 'sfp28', portMode: { type: '50GE', groupSize: 8 }, certainty: 'sourced', source: 'CR port_mode(System_view).md; HW ce6885-48ys8cq; NB CE6885-48YS8CQ.yaml' },
          { role: 'uplink', type: '100GE', slot: 1, subcard: 0, first: 1, count: 8, speedGbps: 100, formFactor: 'qsfp28', portMode: { type: '200GE', groupSize: 2 }, certainty: 'sourced', source: 'CR port_mode(System_view).md; HW; NB' },
        ],
      },
    ],
  },
]

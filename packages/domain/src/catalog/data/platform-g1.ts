import type { CatalogEntry } from '../types'
import { noSplit } from './breakout'

/** Support-note entries of platform group G1 (V300R023C00). */
export const platformG1: readonly CatalogEntry[] = [
  {
    id: 'ce6820h-k',
    name: 'CE6820H-K',
    series: 'CE6800',
    status: 'documented',
    chassis: 'fixed',
    platform: 'G1',
    noteSet: 'A01',
    vlanId: [1, 4094],
    breakout: noSplit,
    hardware: [
      {
        name: 'CE6820H-48S6CQ-K',
        rackUnits: { value: 1, certainty: 'guess' },
        jumboFrameBytes: [1518, 15360],
        ports: [
          { role: 'access', type: '10GE', slot: 1, subcard: 0, first: 1, count: 48, speedGbps: 10, formFactor: 'sfp+', certainty: 'guess', source: 'NAME' },
          { role: 'uplink', type: '100GE', slot: 1, subcard: 0, first: 1, count: 6, speedGbps: 100, formFactor: 'qsfp28', certainty: 'guess', source: 'NAME' },
        ],
      },
    ],
  },
  // NB numbers this model 10GE0/0/n, 100GE0/0/n and MEth0/0/1; the V300R023C00 numbering page and every other entry use slot 1 and MEth0/0/0. Slot 1 is used here.
  {
    id: 'ce6820h',
    name: 'CE6820H',
    series: 'CE6800',
    status: 'documented',
    chassis: 'fixed',
    platform: 'G1',
    noteSet: 'A01',
    vlanId: [1, 4094],
    breakout: noSplit,
    hardware: [
      {
        name: 'CE6820H-48S6CQ',
        rackUnits: { value: 1, certainty: 'sourced' },
        jumboFrameBytes: [1518, 15360],
        ports: [
          { role: 'access', type: '10GE', slot: 1, subcard: 0, first: 1, count: 48, speedGbps: 10, formFactor: 'sfp+', certainty: 'sourced', source: 'NB CE6820H-48S6CQ.yaml' },
          { role: 'uplink', type: '100GE', slot: 1, subcard: 0, first: 1, count: 6, speedGbps: 100, formFactor: 'qsfp28', certainty: 'sourced', source: 'NB CE6820H-48S6CQ.yaml' },
        ],
      },
    ],
  },
  {
    id: 'ce6820s',
    name: 'CE6820S',
    series: 'CE6800',
    status: 'documented',
    chassis: 'fixed',
    platform: 'G1',
    noteSet: 'A01',
    vlanId: [1, 4094],
    breakout: noSplit,
    hardware: [
      {
        name: 'CE6820S-48S6CQ',
        rackUnits: { value: 1, certainty: 'guess' },
        jumboFrameBytes: [1518, 15360],
        ports: [
          { role: 'access', type: '10GE', slot: 1, subcard: 0, first: 1, count: 48, speedGbps: 10, formFactor: 'sfp+', certainty: 'guess', source: 'NAME' },
          { role: 'uplink', type: '100GE', slot: 1, subcard: 0, first: 1, count: 6, speedGbps: 100, formFactor: 'qsfp28', certainty: 'guess', source: 'NAME' },
        ],
      },
    ],
  },
  {
    id: 'ce6863h-k',
    name: 'CE6863H-K',
    series: 'CE6800',
    status: 'documented',
    chassis: 'fixed',
    platform: 'G1',
    noteSet: 'A02',
    vlanId: [1, 4094],
    breakout: noSplit,
    hardware: [
      {
        name: 'CE6863H-48S6CQ-K',
        rackUnits: { value: 1, certainty: 'guess' },
        jumboFrameBytes: [1518, 15360],
        ports: [
          { role: 'access', type: '25GE', slot: 1, subcard: 0, first: 1, count: 48, speedGbps: 25, formFactor: 'sfp28', certainty: 'sourced', source: 'CG Configuring_a_High-Performance_Mode_for_a_Device.md' },
          { role: 'uplink', type: '100GE', slot: 1, subcard: 0, first: 1, count: 6, speedGbps: 100, formFactor: 'qsfp28', certainty: 'sourced', source: 'CG Configuring_a_High-Performance_Mode_for_a_Device.md' },
        ],
      },
    ],
  },
  {
    id: 'ce6863h',
    name: 'CE6863H',
    series: 'CE6800',
    status: 'documented',
    chassis: 'fixed',
    platform: 'G1',
    noteSet: 'A02',
    vlanId: [1, 4094],
    breakout: noSplit,
    hardware: [
      {
        name: 'CE6863H-48S6CQ',
        rackUnits: { value: 1, certainty: 'guess' },
        jumboFrameBytes: [1518, 15360],
        ports: [
          { role: 'access', type: '25GE', slot: 1, subcard: 0, first: 1, count: 48, speedGbps: 25, formFactor: 'sfp28', certainty: 'sourced', source: 'CG Configuring_a_High-Performance_Mode_for_a_Device.md' },
          { role: 'uplink', type: '100GE', slot: 1, subcard: 0, first: 1, count: 6, speedGbps: 100, formFactor: 'qsfp28', certainty: 'sourced', source: 'CG Configuring_a_High-Performance_Mode_for_a_Device.md' },
        ],
      },
    ],
  },
  {
    id: 'ce6881h-k',
    name: 'CE6881H-K',
    series: 'CE6800',
    status: 'documented',
    chassis: 'fixed',
    platform: 'G1',
    noteSet: 'A03',
    vlanId: [1, 4094],
    breakout: noSplit,
    hardware: [
      {
        name: 'CE6881H-48S6CQ-K',
        rackUnits: { value: 1, certainty: 'guess' },
        jumboFrameBytes: [1518, 15360],
        ports: [
          { role: 'access', type: '10GE', slot: 1, subcard: 0, first: 1, count: 48, speedGbps: 10, formFactor: 'sfp+', certainty: 'inferred', source: 'CR speed(GE_interface_view).md; NAME (10GE optical ports exist; count from name)' },
          { role: 'uplink', type: '100GE', slot: 1, subcard: 0, first: 1, count: 6, speedGbps: 100, formFactor: 'qsfp28', certainty: 'guess', source: 'NAME' },
        ],
      },
      {
        name: 'CE6881H-48T6CQ-K',
        rackUnits: { value: 1, certainty: 'guess' },
        jumboFrameBytes: [1518, 10240],
        ports: [
          { role: 'access', type: '10GE', slot: 1, subcard: 0, first: 1, count: 48, speedGbps: 10, formFactor: 'rj45', certainty: 'inferred', source: 'CG Configuration_Precautions_for_Ethernet_Interface.md; NAME (10GE electrical ports exist; count from name)' },
          { role: 'uplink', type: '100GE', slot: 1, subcard: 0, first: 1, count: 6, speedGbps: 100, formFactor: 'qsfp28', certainty: 'guess', source: 'NAME' },
        ],
      },
    ],
  },
  {
    id: 'ce6881h',
    name: 'CE6881H',
    series: 'CE6800',
    status: 'documented',
    chassis: 'fixed',
    platform: 'G1',
    noteSet: 'A03',
    vlanId: [1, 4094],
    breakout: noSplit,
    hardware: [
      {
        name: 'CE6881H-48S6CQ',
        rackUnits: { value: 1, certainty: 'guess' },
        jumboFrameBytes: [1518, 15360],
        ports: [
          { role: 'access', type: '10GE', slot: 1, subcard: 0, first: 1, count: 48, speedGbps: 10, formFactor: 'sfp+', certainty: 'inferred', source: 'CR speed(GE_interface_view).md; NAME (10GE optical ports exist; count from name)' },
          { role: 'uplink', type: '100GE', slot: 1, subcard: 0, first: 1, count: 6, speedGbps: 100, formFactor: 'qsfp28', certainty: 'guess', source: 'NAME' },
        ],
      },
      {
        name: 'CE6881H-48T6CQ',
        rackUnits: { value: 1, certainty: 'guess' },
        jumboFrameBytes: [1518, 10240],
        ports: [
          { role: 'access', type: '10GE', slot: 1, subcard: 0, first: 1, count: 48, speedGbps: 10, formFactor: 'rj45', certainty: 'inferred', source: 'CG Configuration_Precautions_for_Ethernet_Interface.md; NAME (10GE electrical ports exist; count from name)' },
          { role: 'uplink', type: '100GE', slot: 1, subcard: 0, first: 1, count: 6, speedGbps: 100, formFactor: 'qsfp28', certainty: 'guess', source: 'NAME' },
        ],
      },
    ],
  },
]

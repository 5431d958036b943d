import type { CatalogEntry } from '../types'

/** Fixed boxes of the CE5800, CE8800 and CE9800 series outside the V300R023C00 document set. */
export const undocumentedOtherFixed: readonly CatalogEntry[] = [
  // NB has six 10GE ports; 4S in the name suggests four. Treat the 10GE count as wrong until checked.
  {
    id: 'ce5855-48t4s2q-ei',
    name: 'CE5855-48T4S2Q-EI',
    series: 'CE5800',
    status: 'undocumented',
    chassis: 'fixed',
    softwareGeneration: 'V200',
    hardware: [
      {
        name: 'CE5855-48T4S2Q-EI',
        rackUnits: { value: 1, certainty: 'sourced' },
        ports: [
          {
            role: 'access',
            type: 'GE',
            slot: 1,
            subcard: 0,
            first: 1,
            count: 48,
            speedGbps: 1,
            formFactor: 'rj45',
            certainty: 'sourced',
            source: 'NB',
          },
          {
            role: 'uplink',
            type: '10GE',
            slot: 1,
            subcard: 0,
            first: 1,
            count: 6,
            speedGbps: 10,
            formFactor: 'sfp+',
            certainty: 'guess',
            source: 'NB (questionable: NB lists 6, the name says 4)',
          },
          {
            role: 'uplink',
            type: '40GE',
            slot: 1,
            subcard: 0,
            first: 1,
            count: 2,
            speedGbps: 40,
            formFactor: 'qsfp+',
            certainty: 'sourced',
            source: 'NB',
          },
        ],
      },
    ],
  },
  // no page read
  {
    id: 'ce5881',
    name: 'CE5881',
    series: 'CE5800',
    status: 'undocumented',
    chassis: 'fixed',
    hardware: [
      {
        name: 'CE5881',
        ports: [],
      },
    ],
  },
  // no page read
  {
    id: 'ce5882',
    name: 'CE5882',
    series: 'CE5800',
    status: 'undocumented',
    chassis: 'fixed',
    hardware: [
      {
        name: 'CE5882',
        ports: [],
      },
    ],
  },
  // named in MPLSV2 (V200R002C50); 1 rack unit per HWF (43.6 mm)
  {
    id: 'ce8850-32cq-ei',
    name: 'CE8850-32CQ-EI',
    series: 'CE8800',
    status: 'undocumented',
    chassis: 'fixed',
    hardware: [
      {
        name: 'CE8850-32CQ-EI',
        ports: [],
      },
    ],
  },
  // A prefix match on CE8850 would wrongly join this to CE8850-HAM or CE8850-SAN.
  {
    id: 'ce8850-64cq-ei',
    name: 'CE8850-64CQ-EI',
    series: 'CE8800',
    status: 'undocumented',
    chassis: 'fixed',
    softwareGeneration: 'V200',
    hardware: [
      {
        name: 'CE8850-64CQ-EI',
        rackUnits: { value: 2, certainty: 'sourced' },
        ports: [
          {
            role: 'access',
            type: '100GE',
            slot: 1,
            subcard: 0,
            first: 1,
            count: 64,
            speedGbps: 100,
            formFactor: 'qsfp28',
            certainty: 'sourced',
            source: 'NB',
          },
        ],
      },
    ],
  },
  // Modular uplink cards: the subcard number in the interface name is the card slot, unlike the documented models where it is always 0.
  {
    id: 'ce8861-4c-ei',
    name: 'CE8861-4C-EI',
    series: 'CE8800',
    status: 'undocumented',
    chassis: 'fixed',
    softwareGeneration: 'V200',
    hardware: [
      {
        name: 'CE8861-4C-EI',
        rackUnits: { value: 2, certainty: 'sourced' },
        ports: [],
        cards: [
          { name: 'CE88-D24S2CQ', ports: ['25GE1/{card}/{1..24}', '100GE1/{card}/{1..2}'], source: 'NB module-types' },
          { name: 'CE88-D8CQ', ports: ['100GE1/{card}/{1..8}'], source: 'NB module-types' },
        ],
      },
    ],
  },
  // named once beside the documented models on the m-lag forward layer-3 enhanced page: a later model that leaked into the text
  {
    id: 'ce8865',
    name: 'CE8865',
    series: 'CE8800',
    status: 'undocumented',
    chassis: 'fixed',
    hardware: [
      {
        name: 'CE8865',
        ports: [],
      },
    ],
  },
  // short name CE8868EI, V200R005C10 to V200R019C10 (Huawei hardware description EDOC1000019246)
  {
    id: 'ce8868-4c-ei',
    name: 'CE8868-4C-EI',
    series: 'CE8800',
    status: 'undocumented',
    chassis: 'fixed',
    hardware: [
      {
        name: 'CE8868-4C-EI',
        ports: [],
      },
    ],
  },
  // as CE8865
  {
    id: 'ce8875',
    name: 'CE8875',
    series: 'CE8800',
    status: 'undocumented',
    chassis: 'fixed',
    hardware: [
      {
        name: 'CE8875',
        ports: [],
      },
    ],
  },
  // no page read
  {
    id: 'ce9860',
    name: 'CE9860',
    series: 'CE9800',
    status: 'undocumented',
    chassis: 'fixed',
    hardware: [
      {
        name: 'CE9860',
        ports: [],
      },
    ],
  },
]

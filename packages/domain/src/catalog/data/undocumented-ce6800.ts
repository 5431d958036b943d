import type { CatalogEntry } from '../types'

/** Fixed boxes of the CE6800 series outside the V300R023C00 document set. */
export const undocumentedCe6800: readonly CatalogEntry[] = [
  {
    id: 'ce6851-48s6q-hi',
    name: 'CE6851-48S6Q-HI',
    series: 'CE6800',
    status: 'undocumented',
    chassis: 'fixed',
    softwareGeneration: 'V200',
    hardware: [
      {
        name: 'CE6851-48S6Q-HI',
        rackUnits: { value: 1, certainty: 'sourced' },
        ports: [
          {
            role: 'access',
            type: '10GE',
            slot: 1,
            subcard: 0,
            first: 1,
            count: 48,
            speedGbps: 10,
            formFactor: 'sfp+',
            certainty: 'sourced',
            source: 'NB',
          },
          {
            role: 'uplink',
            type: '40GE',
            slot: 1,
            subcard: 0,
            first: 1,
            count: 6,
            speedGbps: 40,
            formFactor: 'qsfp+',
            certainty: 'sourced',
            source: 'NB',
          },
        ],
      },
    ],
  },
  // Not the same as CE6855-48XS8CQ, which is documented.
  {
    id: 'ce6855-48s6q-hi',
    name: 'CE6855-48S6Q-HI',
    series: 'CE6800',
    status: 'undocumented',
    chassis: 'fixed',
    softwareGeneration: 'V200',
    hardware: [
      {
        name: 'CE6855-48S6Q-HI',
        rackUnits: { value: 1, certainty: 'sourced' },
        ports: [
          {
            role: 'access',
            type: '10GE',
            slot: 1,
            subcard: 0,
            first: 1,
            count: 48,
            speedGbps: 10,
            formFactor: 'sfp+',
            certainty: 'sourced',
            source: 'NB',
          },
          {
            role: 'uplink',
            type: '40GE',
            slot: 1,
            subcard: 0,
            first: 1,
            count: 6,
            speedGbps: 40,
            formFactor: 'qsfp+',
            certainty: 'sourced',
            source: 'NB',
          },
        ],
      },
    ],
  },
  {
    id: 'ce6856-48t6q-hi',
    name: 'CE6856-48T6Q-HI',
    series: 'CE6800',
    status: 'undocumented',
    chassis: 'fixed',
    softwareGeneration: 'V200',
    hardware: [
      {
        name: 'CE6856-48T6Q-HI',
        partNumbers: ['02351LVC'],
        rackUnits: { value: 1, certainty: 'sourced' },
        ports: [
          {
            role: 'access',
            type: '10GE',
            slot: 1,
            subcard: 0,
            first: 1,
            count: 48,
            speedGbps: 10,
            formFactor: 'rj45',
            certainty: 'sourced',
            source: 'NB',
          },
          {
            role: 'uplink',
            type: '40GE',
            slot: 1,
            subcard: 0,
            first: 1,
            count: 6,
            speedGbps: 40,
            formFactor: 'qsfp+',
            certainty: 'sourced',
            source: 'NB',
          },
        ],
      },
    ],
  },
  // seen only as short name CE6857EI in MPLSV2 (V200R005C10 and later)
  {
    id: 'ce6857e',
    name: 'CE6857E',
    series: 'CE6800',
    status: 'undocumented',
    chassis: 'fixed',
    hardware: [
      {
        name: 'CE6857E',
        ports: [],
      },
    ],
  },
  // no public page found
  {
    id: 'ce6857f',
    name: 'CE6857F',
    series: 'CE6800',
    status: 'undocumented',
    chassis: 'fixed',
    hardware: [
      {
        name: 'CE6857F',
        ports: [],
      },
    ],
  },
  // short name CE6860EI in MPLSV2; not CE6860-HAM or CE6860-SAN; the hardware name is a guess
  {
    id: 'ce6860-48s18cq-ei',
    name: 'CE6860-48S18CQ-EI',
    series: 'CE6800',
    status: 'undocumented',
    chassis: 'fixed',
    hardware: [
      {
        name: 'CE6860-48S18CQ-EI',
        ports: [],
      },
    ],
  },
  // Six uplinks. The documented entry is CE6863E-48S8CQ with eight uplinks; a prefix match on CE6863E would wrongly cover this one.
  {
    id: 'ce6863e-48s6cq',
    name: 'CE6863E-48S6CQ',
    series: 'CE6800',
    status: 'undocumented',
    chassis: 'fixed',
    hardware: [
      {
        name: 'CE6863E-48S6CQ',
        partNumbers: ['02354GCT'],
        rackUnits: { value: 1, certainty: 'sourced' },
        ports: [
          {
            role: 'access',
            type: '25GE',
            slot: 1,
            subcard: 0,
            first: 1,
            count: 48,
            speedGbps: 25,
            formFactor: 'sfp28',
            certainty: 'sourced',
            source: 'NB',
          },
          {
            role: 'uplink',
            type: '100GE',
            slot: 1,
            subcard: 0,
            first: 1,
            count: 6,
            speedGbps: 100,
            formFactor: 'qsfp28',
            certainty: 'sourced',
            source: 'NB',
          },
        ],
      },
    ],
  },
  {
    id: 'ce6865-48s8cq-ei',
    name: 'CE6865-48S8CQ-EI',
    series: 'CE6800',
    status: 'undocumented',
    chassis: 'fixed',
    softwareGeneration: 'V200',
    hardware: [
      {
        name: 'CE6865-48S8CQ-EI',
        partNumbers: ['02351RFC'],
        rackUnits: { value: 1, certainty: 'sourced' },
        ports: [
          {
            role: 'access',
            type: '25GE',
            slot: 1,
            subcard: 0,
            first: 1,
            count: 48,
            speedGbps: 25,
            formFactor: 'sfp28',
            certainty: 'sourced',
            source: 'NB; DS6860',
          },
          {
            role: 'uplink',
            type: '100GE',
            slot: 1,
            subcard: 0,
            first: 1,
            count: 8,
            speedGbps: 100,
            formFactor: 'qsfp28',
            certainty: 'sourced',
            source: 'NB; DS6860',
          },
        ],
      },
    ],
  },
  // Also exist: CE6870-24S6CQ-EI, CE6870-48T6CQ-EI (MPLSV2).
  {
    id: 'ce6870-48s6cq-ei',
    name: 'CE6870-48S6CQ-EI',
    series: 'CE6800',
    status: 'undocumented',
    chassis: 'fixed',
    softwareGeneration: 'V200',
    hardware: [
      {
        name: 'CE6870-48S6CQ-EI',
        rackUnits: { value: 1, certainty: 'sourced' },
        ports: [
          {
            role: 'access',
            type: '10GE',
            slot: 1,
            subcard: 0,
            first: 1,
            count: 48,
            speedGbps: 10,
            formFactor: 'sfp+',
            certainty: 'sourced',
            source: 'NB',
          },
          {
            role: 'uplink',
            type: '100GE',
            slot: 1,
            subcard: 0,
            first: 1,
            count: 6,
            speedGbps: 100,
            formFactor: 'qsfp28',
            certainty: 'sourced',
            source: 'NB',
          },
        ],
      },
    ],
  },
  // named in MPLSV2 (V200R003C00)
  {
    id: 'ce6875-48s4cq-ei',
    name: 'CE6875-48S4CQ-EI',
    series: 'CE6800',
    status: 'undocumented',
    chassis: 'fixed',
    hardware: [
      {
        name: 'CE6875-48S4CQ-EI',
        ports: [],
      },
    ],
  },
  // no page read
  {
    id: 'ce6880',
    name: 'CE6880',
    series: 'CE6800',
    status: 'undocumented',
    chassis: 'fixed',
    hardware: [
      {
        name: 'CE6880',
        ports: [],
      },
    ],
  },
  // No H: not the documented CE6881H-48S6CQ.
  {
    id: 'ce6881-48s6cq',
    name: 'CE6881-48S6CQ',
    series: 'CE6800',
    status: 'undocumented',
    chassis: 'fixed',
    hardware: [
      {
        name: 'CE6881-48S6CQ',
        rackUnits: { value: 1, certainty: 'sourced' },
        ports: [
          {
            role: 'access',
            type: '10GE',
            slot: 1,
            subcard: 0,
            first: 1,
            count: 48,
            speedGbps: 10,
            formFactor: 'sfp+',
            certainty: 'sourced',
            source: 'NB',
          },
          {
            role: 'uplink',
            type: '100GE',
            slot: 1,
            subcard: 0,
            first: 1,
            count: 6,
            speedGbps: 100,
            formFactor: 'qsfp28',
            certainty: 'sourced',
            source: 'NB',
          },
        ],
      },
    ],
  },
  // as CE8865 (selective QinQ page)
  {
    id: 'ce6885h',
    name: 'CE6885H',
    series: 'CE6800',
    status: 'undocumented',
    chassis: 'fixed',
    hardware: [
      {
        name: 'CE6885H',
        ports: [],
      },
    ],
  },
]

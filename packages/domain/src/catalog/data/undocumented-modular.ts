import type { CatalogEntry } from '../types'

/** Modular chassis outside the V300R023C00 document set: line cards decide the ports. */
export const undocumentedModular: readonly CatalogEntry[] = [
  // Line cards decide the ports.
  {
    id: 'ce12804',
    name: 'CE12804',
    series: 'CE12800',
    status: 'undocumented',
    chassis: 'modular',
    softwareGeneration: 'V200',
    hardware: [
      {
        name: 'CE12804',
        rackUnits: { value: 11, certainty: 'sourced' },
        ports: [],
      },
    ],
  },
  // Line cards decide the ports.
  {
    id: 'ce12804e',
    name: 'CE12804E',
    series: 'CE12800',
    status: 'undocumented',
    chassis: 'modular',
    softwareGeneration: 'V200',
    hardware: [
      {
        name: 'CE12804E',
        rackUnits: { value: 7, certainty: 'sourced' },
        ports: [],
      },
    ],
  },
  // Line cards decide the ports.
  {
    id: 'ce12804s',
    name: 'CE12804S',
    series: 'CE12800',
    status: 'undocumented',
    chassis: 'modular',
    softwareGeneration: 'V200',
    hardware: [
      {
        name: 'CE12804S',
        rackUnits: { value: 8, certainty: 'sourced' },
        ports: [],
      },
    ],
  },
  // Line cards decide the ports.
  {
    id: 'ce12808',
    name: 'CE12808',
    series: 'CE12800',
    status: 'undocumented',
    chassis: 'modular',
    softwareGeneration: 'V200',
    hardware: [
      {
        name: 'CE12808',
        rackUnits: { value: 17, certainty: 'sourced' },
        ports: [],
      },
    ],
  },
  // Line cards decide the ports.
  {
    id: 'ce12808e',
    name: 'CE12808E',
    series: 'CE12800',
    status: 'undocumented',
    chassis: 'modular',
    softwareGeneration: 'V200',
    hardware: [
      {
        name: 'CE12808E',
        rackUnits: { value: 13, certainty: 'sourced' },
        ports: [],
      },
    ],
  },
  // Line cards decide the ports.
  {
    id: 'ce12808s',
    name: 'CE12808S',
    series: 'CE12800',
    status: 'undocumented',
    chassis: 'modular',
    softwareGeneration: 'V200',
    hardware: [
      {
        name: 'CE12808S',
        rackUnits: { value: 16, certainty: 'sourced' },
        ports: [],
      },
    ],
  },
  // Line cards decide the ports.
  {
    id: 'ce12812',
    name: 'CE12812',
    series: 'CE12800',
    status: 'undocumented',
    chassis: 'modular',
    softwareGeneration: 'V200',
    hardware: [
      {
        name: 'CE12812',
        rackUnits: { value: 22, certainty: 'sourced' },
        ports: [],
      },
    ],
  },
  // Line cards decide the ports.
  {
    id: 'ce12816',
    name: 'CE12816',
    series: 'CE12800',
    status: 'undocumented',
    chassis: 'modular',
    softwareGeneration: 'V200',
    hardware: [
      {
        name: 'CE12816',
        rackUnits: { value: 36, certainty: 'sourced' },
        ports: [],
      },
    ],
  },
  // Line cards decide the ports.
  {
    id: 'ce12816e',
    name: 'CE12816E',
    series: 'CE12800',
    status: 'undocumented',
    chassis: 'modular',
    softwareGeneration: 'V200',
    hardware: [
      {
        name: 'CE12816E',
        rackUnits: { value: 23, certainty: 'sourced' },
        ports: [],
      },
    ],
  },
  // CE16808 and CE16816 are siblings; no port data read.
  {
    id: 'ce16804',
    name: 'CE16804',
    series: 'CE16800',
    status: 'undocumented',
    chassis: 'modular',
    hardware: [
      {
        name: 'CE16804',
        partNumbers: ['02352RCU'],
        rackUnits: { value: 10, certainty: 'sourced' },
        ports: [],
        cards: [
          { name: 'CEL18CQFD-G', ports: ['100GE{slot}/0/{1..18}'], source: 'NB module-types' },
          { name: 'CEL48XSFD-G', ports: ['10GE{slot}/0/{1..48}'], source: 'NB module-types' },
        ],
      },
    ],
  },
  // no page read
  {
    id: 'ce16808',
    name: 'CE16808',
    series: 'CE16800',
    status: 'undocumented',
    chassis: 'modular',
    hardware: [
      {
        name: 'CE16808',
        ports: [],
      },
    ],
  },
  // no page read
  {
    id: 'ce16816',
    name: 'CE16816',
    series: 'CE16800',
    status: 'undocumented',
    chassis: 'modular',
    hardware: [
      {
        name: 'CE16816',
        ports: [],
      },
    ],
  },
]

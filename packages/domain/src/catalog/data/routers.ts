import type { CatalogEntry } from '../types'

const chassis = (name: string, rackUnits: number | undefined): CatalogEntry['hardware'][number] => ({
  name,
  ...(rackUnits === undefined ? {} : { rackUnits: { value: rackUnits, certainty: 'sourced' } }),
  ports: [],
})

/**
 * Routers of another manual, NE40E V800R012C10, whose VPNv4 and VPNv6 families no switch of the document set
 * has. `NE40E` stands for the series where the chassis does not matter. Line cards decide the ports.
 * Source of the chassis: NE40E product descriptions V600R003C00 and V600R006C00 (X1, X2, X16), the NetBox device
 * type library (X3A, X8), `display version` of an NE40E-X2-M8A.
 */
export const routers: readonly CatalogEntry[] = [
  {
    id: 'ne40e',
    name: 'NE40E',
    series: 'NE40E',
    status: 'undocumented',
    kind: 'router',
    chassis: 'modular',
    softwareGeneration: 'V800',
    hardware: [
      chassis('NE40E', undefined),
      chassis('NE40E-X1', undefined),
      chassis('NE40E-X16', undefined),
      chassis('NE40E-X2', undefined),
      chassis('NE40E-X2-M8A', undefined),
      chassis('NE40E-X3A', 6),
      chassis('NE40E-X8', 14),
    ],
  },
]

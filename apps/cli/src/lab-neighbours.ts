import type { ExpectedAdjacency, FrrDaemon } from '@weft/exchange'

/** A neighbour on an interface and its state in FRR's words. */
type Neighbour = { readonly linux: string; readonly neighbour: string; readonly state: string }

/** How each protocol is asked for its neighbours. @source FRR 8.4 user guide, "OSPFv2", "OSPFv3", "ISIS" */
export const neighbourLists: readonly {
  readonly protocol: ExpectedAdjacency['protocol']
  readonly daemon: FrrDaemon
  readonly command: string
  readonly read: (answer: unknown) => readonly Neighbour[]
}[] = [
  { protocol: 'ospf', daemon: 'ospfd', command: 'show ip ospf vrf all neighbor json', read: ospfNeighbours },
  { protocol: 'ospfv3', daemon: 'ospf6d', command: 'show ipv6 ospf6 vrf all neighbor json', read: ospfv3Neighbours },
  { protocol: 'isis', daemon: 'isisd', command: 'show isis vrf all neighbor json', read: isisNeighbours },
]

function ospfNeighbours(answer: unknown): readonly Neighbour[] {
  return fieldsOf(answer).flatMap(([, instance]) =>
    fieldsOf(fieldOf(instance, 'neighbors')).flatMap(([, list]) =>
      listOf(list).map((entry) => ({
        linux: textIn(entry, 'ifaceName')?.split(':')[0] ?? '',
        neighbour: textIn(entry, 'ifaceAddress') ?? '',
        state: textIn(entry, 'nbrState') ?? '',
      })),
    ),
  )
}

/** With one routing table the list stands alone, with several under the name of each. */
function ospfv3Neighbours(answer: unknown): readonly Neighbour[] {
  return [answer, ...fieldsOf(answer).map(([, table]) => table)].flatMap((table) =>
    listOf(fieldOf(table, 'neighbors')).map((entry) => ({
      linux: textIn(entry, 'interfaceName') ?? '',
      neighbour: textIn(entry, 'neighborId') ?? '',
      state: `${textIn(entry, 'state') ?? ''}/${textIn(entry, 'ifState') ?? ''}`,
    })),
  )
}

/** A neighbour in two levels is in the list twice; it is up when it is in one of them. */
function isisNeighbours(answer: unknown): readonly Neighbour[] {
  return [answer, ...listOf(answer), ...fieldsOf(answer).map(([, table]) => table)]
    .flatMap((table) => listOf(fieldOf(table, 'areas')))
    .flatMap((area) => listOf(fieldOf(area, 'circuits')))
    .map((circuit) => ({
      linux: textIn(circuit, 'interface') ?? '',
      neighbour: textIn(circuit, 'adj') ?? '',
      state: textIn(circuit, 'state') ?? '',
    }))
    .toSorted((a, b) => Number(a.state === 'Up') - Number(b.state === 'Up'))
}

export function fieldsOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

export function textIn(value: unknown, field: string): string | undefined {
  const found = fieldOf(value, field)
  return typeof found === 'string' ? found : undefined
}

function fieldOf(value: unknown, field: string): unknown {
  return fieldsOf(value).find(([key]) => key === field)?.[1]
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

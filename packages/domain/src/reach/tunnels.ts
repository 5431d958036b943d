/** Bridge domains of one VNI whose VTEPs all send to each other; numbers as the Layer 2 of the network counts them. */
export type Mesh = {
  readonly vni: number
  /** Ascending. */
  readonly domains: readonly number[]
  /** Whether the tunnels stand is not known. */
  readonly open: boolean
}

export type Tunnels = { readonly meshes: readonly Mesh[]; readonly of: ReadonlyMap<number, readonly Mesh[]> }

export const noTunnels: Tunnels = { meshes: [], of: new Map() }

export function tunnelsFrom(meshes: readonly Mesh[]): Tunnels {
  const of = new Map<number, Mesh[]>()
  for (const mesh of meshes) {
    for (const domain of mesh.domains) {
      const known = of.get(domain)
      if (known === undefined) of.set(domain, [mesh])
      else known.push(mesh)
    }
  }
  return { meshes, of }
}

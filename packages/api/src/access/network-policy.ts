/** From where the server may be used until there are accounts. */
export type NetworkPolicy = {
  /** False: only through a loopback name. True: also through IP addresses and `allowedHosts`. */
  readonly allowRemote: boolean
  /** Host names under which a remote browser reaches this server. */
  readonly allowedHosts: readonly string[]
}

export const loopbackOnly: NetworkPolicy = { allowRemote: false, allowedHosts: [] }

/** @param environment the variables WEFT_OPEN_TO_NETWORK (`1`) and WEFT_ALLOWED_HOSTS (names separated by commas) */
export function readNetworkPolicy(environment: { readonly [name: string]: string | undefined }): NetworkPolicy {
  const hosts = environment.WEFT_ALLOWED_HOSTS ?? ''
  return {
    allowRemote: environment.WEFT_OPEN_TO_NETWORK === '1',
    allowedHosts: hosts
      .split(',')
      .map((host) => host.trim().toLowerCase())
      .filter((host) => host !== ''),
  }
}

import type { AsPathFilterId, PrefixList, PrefixListId, RoutePolicyId } from '../model'

/** Policies and filters of one device by their names there; undefined: what is there is not in words of the model. */
export type DevicePolicies = {
  readonly routePolicy: (name: string | undefined) => RoutePolicyId | undefined
  readonly prefixList: (name: string | undefined, version: PrefixList['version']) => PrefixListId | undefined
  readonly asPathFilter: (name: string | undefined) => AsPathFilterId | undefined
}

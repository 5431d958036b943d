import type { InterfaceName } from '@weft/net'
import type { Device, LocalText } from '../model'

/** How much a fact is worth: a page says so, it follows from pages, or it is our judgement. */
export type Certainty = 'sourced' | 'inferred' | 'guess'
export type Range = readonly [first: number, last: number]
export type ForwardingMode = NonNullable<Device['forwardingMode']>

/**
 * Entries with identical support notes. That a platform is a chip is a guess.
 * LL is CE6885-LL in low latency mode.
 */
export type Platform = 'G1' | 'G2' | 'G3' | 'LL'

/** A run of equal ports with consecutive numbers. */
export type PortBlock = {
  /** A drawing aid and always a guess: the switch does not know it. */
  readonly role: 'access' | 'uplink'
  /** Interface type in the names, e.g. `100GE`. */
  readonly type: string
  readonly slot: number
  readonly subcard: number
  readonly first: number
  readonly count: number
  readonly speedGbps: number
  /** Speed out of the box where it is below `speedGbps`. */
  readonly defaultSpeedGbps?: number
  readonly formFactor: string
  /** `port mode` changes whole groups to another speed and renames their ports. */
  readonly portMode?: { readonly type: string; readonly groupSize: number }
  readonly certainty: Certainty
  readonly source: string
}

export type HardwareModel = {
  /** Order name, e.g. `CE6866-48S8CQ-P`. */
  readonly name: string
  readonly partNumbers?: readonly string[]
  readonly firstVersion?: string
  readonly rackUnits?: { readonly value: number; readonly certainty: Certainty }
  readonly jumboFrameBytes?: Range
  /** Empty: unknown, or decided by cards. */
  readonly ports: readonly PortBlock[]
  readonly cards?: readonly { readonly name: string; readonly ports: readonly string[]; readonly source: string }[]
}

export type Breakout = {
  /** By interface type of the parent; a type that is missing cannot be split. */
  readonly splitTypes: { readonly [type: string]: readonly string[] }
  readonly oddOnly?: { readonly first: number; readonly last: number }
  readonly source: string
}

/** What a support note of the manual calls one model; a box with two forwarding modes has two. */
export type CatalogEntry = {
  readonly id: string
  /** Short name, e.g. `CE6866`. */
  readonly name: string
  readonly series: string
  readonly status: 'documented' | 'undocumented'
  /** Absent: a switch. */
  readonly kind?: 'router'
  readonly chassis: 'fixed' | 'modular'
  readonly softwareGeneration?: string
  readonly forwardingMode?: ForwardingMode
  readonly platform?: Platform
  /** Entries with this value have identical support notes. */
  readonly noteSet?: string
  readonly vlanId?: Range
  readonly breakout?: Breakout
  readonly hardware: readonly HardwareModel[]
}

/** A box one can order and put on the canvas. */
export type CatalogModel = {
  /** Order name; this is what `device.model` holds. */
  readonly name: string
  readonly series: string
  readonly status: CatalogEntry['status']
  readonly hardware: HardwareModel
  /** One, or one per forwarding mode with the factory default first. */
  readonly entries: readonly [CatalogEntry, ...CatalogEntry[]]
}

/** The part of a device the catalogue reads. */
export type ModelChoice = Pick<Device, 'model' | 'forwardingMode'>

export type ResolvedModel = {
  readonly entry: CatalogEntry
  /** Several when only a short name was given that stands for several boxes. */
  readonly candidates: readonly [CatalogModel, ...CatalogModel[]]
  /** Absent on models without modes. */
  readonly forwardingMode?: ForwardingMode
}

/** `entries` is a set expression: platforms, entry names and order names joined by `+`. */
export type FeatureFacts = {
  readonly title: LocalText
  readonly rows: readonly {
    readonly answer: 'supported' | 'unsupported' | 'undocumented' | 'unknown'
    readonly entries: string
    readonly certainty: Certainty
    readonly source: string
    readonly note?: string
  }[]
}

export type KeyCommand = {
  readonly command: string
  readonly views: string
  readonly entries: string
  readonly note?: string
}

export type Support = {
  /** `undocumented`: a model outside the document set, or a set without a page on it; `unknown`: a model nobody knows, or pages that contradict each other. */
  readonly answer: 'supported' | 'unsupported' | 'undocumented' | 'unknown'
  readonly source: string
  readonly certainty: Certainty
}

export type CatalogPort = {
  readonly name: InterfaceName
  readonly speedGbps: number
  /** Absent when the candidates differ. */
  readonly formFactor?: string
  readonly role: 'access' | 'uplink'
  readonly certainty: Certainty
}

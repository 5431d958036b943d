import type { InterfaceIntent } from '../intent'
import type { Device, DeviceInterface, IgpProcess, UnderlayId } from '../model'
import { text } from '../model'
import type { RuleContext } from './context'
import type { Fix } from './fixes'
import { setFields } from './fixes'
import type { Violation } from './rule'

type Part = 'ospf' | 'ospfv3' | 'isis'

/** Takes settings of their own away from interfaces that have to agree, so that they follow the underlay again. */
export function followUnderlay<P extends Part>(
  context: RuleContext,
  {
    ends,
    part,
    fields,
  }: {
    readonly ends: readonly InterfaceIntent[]
    readonly part: P
    readonly fields: readonly (keyof NonNullable<DeviceInterface[P]>)[]
  },
): Pick<Violation, 'fix'> {
  const records = ends.flatMap(({ interfaceId }) =>
    interfaceId === undefined ? [] : (context.network.interfaces[interfaceId] ?? []),
  )
  const own = records.filter((record) =>
    Object.keys(record[part] ?? {}).some((field) => fields.some((each) => each === field)),
  )
  const names = own.map(({ deviceId, name }) => `${context.deviceName(deviceId)} ${name}`)
  return all(names, (label) =>
    own.map((record) => setFields(label, record.id, { [part]: without(record[part], fields) })),
  )
}

/** The same for what the process of an underlay has of its own on devices. */
export function processFollowsUnderlay(
  devices: readonly Device[],
  underlayId: UnderlayId,
  field: keyof IgpProcess,
): Pick<Violation, 'fix'> {
  const own = devices.filter(({ igp }) =>
    igp?.some((process) => process.underlayId === underlayId && process[field] !== undefined),
  )
  return all(
    own.map(({ name }) => name),
    (label) =>
      own.map(({ id, igp }) =>
        setFields(label, id, {
          igp: igp?.map((process) => (process.underlayId === underlayId ? without(process, [field]) : process)),
        }),
      ),
  )
}

function all(names: readonly string[], fixesOf: (label: Fix['label']) => readonly Fix[]): Pick<Violation, 'fix'> {
  const label = text(`Let ${names.join(' and ')} follow the underlay`, `让 ${names.join('、')} 跟随 underlay`)
  const [fix, ...more] = fixesOf(label)
  if (fix === undefined || more.length === 0) return fix === undefined ? {} : { fix }
  return { fix: { label, command: { kind: 'batch', label, commands: [fix, ...more].map(({ command }) => command) } } }
}

function without(part: object | undefined, fields: readonly PropertyKey[]): object | undefined {
  const rest = Object.entries(part ?? {}).filter(([field]) => !fields.includes(field))
  return rest.length === 0 ? undefined : Object.fromEntries(rest)
}

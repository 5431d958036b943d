import type { Fix } from '../check'
import { setFields } from '../check'
import type { Station } from '../model'
import { byId, text } from '../model'
import type { Patient } from './patient'
import { clear, isFailing } from './patient'

/** Edits of a BMP session: its source, its table and the source of the BMP view. */
export function bmpRepairs(patient: Patient): readonly Fix[] {
  const { network, compilation, entry } = patient
  if (entry.session.kind !== 'bmp') return []
  const record = network.bmpSessions[entry.session.id]
  const device = record === undefined ? undefined : compilation.intent.devices.get(record.deviceId)
  if (record === undefined || device === undefined) return []
  if (isFailing(patient, 'tcp-port')) return portRepairs(patient, record.stationId)
  if (!isFailing(patient, 'source-owned', 'vpn-instance', 'forward-path', 'return-path')) return []
  const fixes: Fix[] = []
  const loopback = device.interfaces.find(
    (each) =>
      each.kind === 'loopback' && each.vrfId === record.vrfId && !each.shutdown && each.interfaceId !== undefined,
  )
  if (record.source?.interfaceId !== undefined && record.source.address !== undefined)
    fixes.push(
      clear(text('Use the primary address of the source', '使用源接口的主地址'), record, ['source', 'address']),
    )
  if (loopback !== undefined && loopback.interfaceId !== record.source?.interfaceId) {
    const label = text(`Use ${loopback.name} as source`, `以 ${loopback.name} 为源`)
    fixes.push(setFields(label, record.id, { source: { interfaceId: loopback.interfaceId } }))
  }
  if (record.source !== undefined)
    fixes.push(clear(text('Take the source of the session away', '取消会话的源'), record, ['source']))
  if (device.device.bmp?.sourceIpv4 !== undefined)
    fixes.push(
      clear(text('Take the source of the BMP view away', '取消 BMP 视图的源'), device.device, ['bmp', 'sourceIpv4']),
    )
  if (record.vrfId !== undefined)
    fixes.push(clear(text('Run the session in the public network', '在公网运行该会话'), record, ['vrfId']))
  return fixes
}

/** Where nobody says it: the port other stations listen on, else the one of the manual's example. */
const examplePort = 5000

function portRepairs({ network }: Patient, stationId: Station['id']): readonly Fix[] {
  const used = Object.values(network.stations)
    .sort(byId)
    .find(({ tcpPort = 0 }) => tcpPort >= 1 && tcpPort <= 65535)
  const tcpPort = used?.tcpPort ?? examplePort
  const name = network.stations[stationId]?.name ?? stationId
  const label = text(`Let ${name} listen on TCP port ${tcpPort}`, `${name} 监听 TCP 端口 ${tcpPort}`)
  return [setFields(label, stationId, { tcpPort })]
}

import type { Network, Requirement } from './design'
import { recordName } from './record-name'
import type { LocalText } from './text'
import { text } from './text'

type Subject = Requirement['subject']
type Selection = Extract<Subject, { readonly kind: 'sessions' }>['of']

const protocols = { bgp: 'BGP', bmp: 'BMP', igp: 'IGP' } as const
/** More names than a sentence holds are counted. */
const mostNames = 4

/** What a requirement demands, as a sentence. */
export function requirementText(network: Network, { subject, survives, whileDown }: Requirement): LocalText {
  const stands = subjectText(network, subject)
  const failures = failuresText(survives)
  const down = [...(whileDown?.deviceIds ?? []), ...(whileDown?.linkIds ?? [])].map((id) => recordName(network, id))
  if (down.length === 0) return text(`${stands.en} ${failures.en}`, `${failures.zh}${stands.zh}`)
  return text(
    `${stands.en} ${failures.en}, while ${shown(down, 'en')} ${down.length === 1 ? 'is' : 'are'} down`,
    `${shown(down, 'zh')} 故障期间，${failures.zh}${stands.zh}`,
  )
}

function subjectText(network: Network, subject: Subject): LocalText {
  if (subject.kind === 'loopbacks') {
    const [from, to] = [selectionText(network, subject.from), selectionText(network, subject.to)]
    return text(`${from.en} and ${to.en} reach each other’s LoopBack`, `${from.zh}与${to.zh}的 LoopBack 互通`)
  }
  const named = subject.protocols.map((protocol) => protocols[protocol])
  const of = selectionText(network, subject.of)
  return text(`all ${named.join(', ')} sessions of ${of.en} stay up`, `${of.zh}的所有 ${named.join('、')} 会话保持正常`)
}

function selectionText(network: Network, selection: Selection): LocalText {
  if ('role' in selection) return roleText(selection.role)
  if (!('deviceIds' in selection)) return text('every device', '每台设备')
  const names = selection.deviceIds.map((id) => recordName(network, id))
  return names.length === 0 ? text('no device', '（未选择设备）') : text(shown(names, 'en'), shown(names, 'zh'))
}

function roleText(role: string): LocalText {
  return role === 'other'
    ? text('every device with another role', '每台其他角色设备')
    : text(`every ${role}`, `每台 ${role}`)
}

function failuresText({ failures, of }: Requirement['survives']): LocalText {
  const [one, many] = {
    devices: ['device', 'devices'],
    links: ['link', 'links'],
    both: ['device or link', 'devices or links'],
  }[of]
  const zh = { devices: '设备', links: '链路', both: '设备或链路' }[of]
  if (failures === 0) return text('with nothing else failing', '无其他故障时，')
  return failures === 1
    ? text(`after any one ${one} fails`, `任意一个${zh}故障后，`)
    : text(`after any two ${many} fail`, `任意两个${zh}故障后，`)
}

function shown(names: readonly string[], language: 'en' | 'zh'): string {
  const more = names.length - mostNames
  if (more <= 0) return names.join(language === 'en' ? ', ' : '、')
  const first = names.slice(0, mostNames)
  return language === 'en' ? `${first.join(', ')} and ${more} more` : `${first.join('、')}等 ${names.length} 个`
}

import type { BgpSessionIntent } from '../intent'
import { processOf } from '../intent'
import { text } from '../model'
import type { Fact } from './facts'
import { fact } from './facts'
import type { SessionSide } from './session-sides'

type Sides = readonly [SessionSide, SessionSide]

/** What both sides of a session have to agree about. */
export function agreementFacts(sides: Sides): readonly Fact[] {
  return [familyFact(sides), openModeFact(sides), authenticationFact(sides), timersFact(sides), ...routerIdFacts(sides)]
}

function namesOf([a, b]: Sides): readonly [string, string] {
  return [a.device.device.name, b.device.device.name]
}

function familyFact(sides: Sides): Fact {
  const [a, b] = sides
  const common = a.session.families.filter((family) => b.session.families.includes(family))
  return fact('family', common.length > 0 ? 'yes' : 'no', a.session.because, () => {
    if (common.length === 0) return text('No address family is enabled on both ends.', '没有任何地址族在两端同时使能。')
    const oneSided = sides.flatMap(({ session, device }) =>
      session.families.flatMap((family) => (common.includes(family) ? [] : [{ family, name: device.device.name }])),
    )
    return text(
      [
        `Both ends enable ${common.join(', ')}${common.length > 1 ? ', which share one TCP connection and its source' : ''}.`,
        ...oneSided.map(({ family, name }) => `Only ${name} enables ${family}.`),
      ].join(' '),
      [
        `两端均使能 ${common.join('、')}${common.length > 1 ? '，共用一条 TCP 连接及其源地址' : ''}。`,
        ...oneSided.map(({ family, name }) => `仅 ${name} 使能 ${family}。`),
      ].join(''),
    )
  })
}

/** Which end opens the connection. That the other one accepts where it comes from is a fact of its own. */
function openModeFact(sides: Sides): Fact {
  const [a, b] = sides
  const [nameA, nameB] = namesOf(sides)
  const [modeA, modeB] = [a.session.openMode, b.session.openMode]
  if (modeA !== undefined && modeA === modeB)
    return fact('open-mode', 'no', a.session.because, () =>
      modeA === 'listen-only'
        ? text(
            'Both ends are listen-only: neither opens the connection.',
            '两端均为 listen-only：没有一端主动建立连接。',
          )
        : text(
            'Both ends are connect-only: neither accepts the connection.',
            '两端均为 connect-only：没有一端接受连接。',
          ),
    )
  return fact('open-mode', 'yes', a.session.because, () => {
    if (modeA === undefined && modeB === undefined)
      return text('Either end may open the connection.', '两端均可发起连接。')
    const opener = modeA === 'connect-only' || modeB === 'listen-only' ? nameA : nameB
    return text(`Only ${opener} opens the connection.`, `仅 ${opener} 发起连接。`)
  })
}

/**
 * Both ends sign with the same key or neither signs. Passwords are not part of a design: lines that an end
 * carries say only that there is one.
 *
 * @source routing.md B6
 */
function authenticationFact(sides: Sides): Fact {
  const [a, b] = sides
  const [mine, theirs] = [a.session.keychain, b.session.keychain]
  const records = a.session.because
  if (mine?.toLowerCase() !== theirs?.toLowerCase()) {
    const shown = (keychain: string | undefined) => keychain ?? '–'
    return fact('authentication', 'no', records, () =>
      text(
        `The ends authenticate differently: keychain ${shown(mine)} on ${namesOf(sides)[0]}, ${shown(theirs)} on ${namesOf(sides)[1]}.`,
        `两端认证不一致：${namesOf(sides)[0]} 的 keychain 为 ${shown(mine)}，${namesOf(sides)[1]} 为 ${shown(theirs)}。`,
      ),
    )
  }
  if (mine !== undefined)
    return {
      ...fact('authentication', 'yes', records, () =>
        text(
          `Both ends use keychain ${mine}; its keys are taken to be equal.`,
          `两端均使用 keychain ${mine}，假定其密钥一致。`,
        ),
      ),
      assurance: 'assumed',
    }
  const carried = sides.filter(carriesPassword)
  const [only] = carried
  if (only === undefined)
    return fact('authentication', 'yes', records, () => text('Neither end authenticates.', '两端均不认证。'))
  if (carried.length === 2)
    return {
      ...fact('authentication', 'yes', records, () =>
        text('Both ends have a password, which is taken to be equal.', '两端均配置了密码，假定其一致。'),
      ),
      assurance: 'assumed',
    }
  return fact('authentication', 'unknown', [...records, only.device.device.id], () =>
    text(
      `Only ${only.device.device.name} is known to have a password for the session.`,
      `仅已知 ${only.device.device.name} 为该会话配置了密码。`,
    ),
  )
}

function carriesPassword({ session, device }: SessionSide): boolean {
  const { carried } = device.device
  if (carried === undefined) return false
  const start = `peer ${session.remoteAddress?.value} `
  const signs = (text: string) =>
    text.startsWith(start) && /^(?:password|keychain|ssl-policy)\b/.test(text.slice(start.length))
  return carried.some(({ lines }) => lines.some(({ text }) => signs(text)))
}

const defaultHold = 180

/** The smaller of both Open messages. */
export function negotiatedHold(own: BgpSessionIntent, other: BgpSessionIntent | undefined): number {
  return Math.min(own.holdSeconds ?? defaultHold, other?.holdSeconds ?? defaultHold)
}

/**
 * The hold time is negotiated, so that different ones are no obstacle.
 *
 * @source routing.md B7
 */
function timersFact([a, b]: Sides): Fact {
  const hold = negotiatedHold(a.session, b.session)
  const keepalive = Math.min(Math.floor(hold / 3), a.session.keepaliveSeconds ?? 60, b.session.keepaliveSeconds ?? 60)
  return fact('timers', 'yes', a.session.because, () =>
    hold === 0
      ? text('The negotiated hold time is 0: no keepalives are sent.', '协商的 hold 时间为 0：不发送 Keepalive。')
      : text(
          `The negotiated hold time is ${hold} s, keepalives go every ${keepalive} s.`,
          `协商的 hold 时间为 ${hold} 秒，每 ${keepalive} 秒发送 Keepalive。`,
        ),
  )
}

/** @source CloudEngine V300R023C00 command reference, "router-id allow-same enable(BGP view)" */
function routerIdFacts(sides: Sides): readonly Fact[] {
  const [a, b] = sides
  const [mine, theirs] = sides.map(({ device, session }) => processOf(device, session)?.routerId?.value)
  if (mine === undefined || theirs === undefined || a.device === b.device) return []
  const records = [a.device.device.id, b.device.device.id]
  if (mine !== theirs)
    return [
      fact('router-id', 'yes', records, () =>
        text(`The router IDs differ: ${mine} and ${theirs}.`, `两端 Router ID 不同：${mine} 与 ${theirs}。`),
      ),
    ]
  const allowed = a.session.type === 'ebgp' && sides.some(allowsSame)
  return [
    fact('router-id', allowed ? 'unknown' : 'no', records, () =>
      text(`Both ends have router ID ${mine}.`, `两端的 Router ID 均为 ${mine}。`),
    ),
  ]
}

function allowsSame({ device }: SessionSide): boolean {
  return (
    device.device.carried?.some(({ lines }) => lines.some(({ text }) => text.startsWith('router-id allow-same'))) ===
    true
  )
}

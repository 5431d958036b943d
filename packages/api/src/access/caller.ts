import type { LocalText } from '@weft/domain'
import { text } from '@weft/domain'
import type { NetworkPolicy } from './network-policy'

/** Who sends a request. Accounts come later; until then there is the owner of this machine, and nobody else. */
export type Caller =
  | { readonly kind: 'local-owner' }
  | { readonly kind: 'stranger'; readonly what: LocalText; readonly remedy: LocalText }

/**
 * A web page elsewhere can make the owner's browser send requests here: directly (cross-site request
 * forgery), or by giving its own name this machine's address (DNS rebinding). The browser tells the first
 * in Origin and Sec-Fetch-Site; the second shows in Host, which then is the name of that page.
 */
export function identifyCaller(headers: Headers, policy: NetworkPolicy): Caller {
  const host = headers.get('host') ?? ''
  const name = hostName(host)
  if (name === undefined || !isServed(name, policy)) return unknownHost(host)
  const origin = headers.get('origin')
  if (origin !== null && originHost(origin) !== host.toLowerCase()) return otherSite(origin)
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return otherSite(`sec-fetch-site: ${site}`)
  return { kind: 'local-owner' }
}

function hostName(host: string): string | undefined {
  if (!/^[A-Za-z0-9.:[\]-]+$/.test(host) || !URL.canParse(`http://${host}`)) return undefined
  return new URL(`http://${host}`).hostname
}

function originHost(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

/** Rebinding needs a name, so an address written as digits is never one of its requests. */
function isServed(name: string, { allowRemote, allowedHosts }: NetworkPolicy): boolean {
  if (name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name)) return true
  const isAddress = name.startsWith('[') || /^\d{1,3}(\.\d{1,3}){3}$/.test(name)
  return allowRemote && (isAddress || allowedHosts.includes(name))
}

function unknownHost(host: string): Caller {
  return {
    kind: 'stranger',
    what: text(
      `This server is not reached under the name ${JSON.stringify(host)}.`,
      `不能通过名称 ${JSON.stringify(host)} 访问此服务器。`,
    ),
    remedy: text(
      'Open it as http://localhost with its port, or start it for the network (npm start -- --host 0.0.0.0) with the name in WEFT_ALLOWED_HOSTS.',
      '请使用 http://localhost 加端口打开，或以开放网络方式启动（npm start -- --host 0.0.0.0），并将该名称加入 WEFT_ALLOWED_HOSTS。',
    ),
  }
}

function otherSite(origin: string): Caller {
  return {
    kind: 'stranger',
    what: text(
      `The request comes from another site (${JSON.stringify(origin)}).`,
      `请求来自其他站点（${JSON.stringify(origin)}）。`,
    ),
    remedy: text('Use the pages of this server.', '请使用此服务器自身的页面。'),
  }
}

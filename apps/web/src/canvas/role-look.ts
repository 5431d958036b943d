import type { Device, Host, LocalText } from '@weft/domain'
import { text } from '@weft/domain'
import type { LucideIcon } from 'lucide-react'
import {
  ArrowLeftRight,
  Cloud,
  GitBranch,
  Layers2,
  Network,
  Repeat2,
  Router,
  Server,
  Shield,
  SquareStack,
} from 'lucide-react'

type Look = { readonly icon: LucideIcon; readonly words: LocalText }

export const roleLooks: { readonly [Role in Device['role']]: Look } = {
  spine: { icon: Network, words: text('Spine', '脊交换机') },
  leaf: { icon: Layers2, words: text('Leaf', '叶交换机') },
  border: { icon: Shield, words: text('Border leaf', '边界叶交换机') },
  'route-reflector': { icon: Repeat2, words: text('Route reflector', '路由反射器') },
  'pe-router': { icon: Router, words: text('PE router', 'PE 路由器') },
  asbr: { icon: ArrowLeftRight, words: text('ASBR', 'ASBR') },
  other: { icon: GitBranch, words: text('Device', '设备') },
}

export const hostLooks: { readonly [Kind in Host['kind']]: Look } = {
  server: { icon: Server, words: text('Server', '服务器') },
  switch: { icon: SquareStack, words: text('Access switch', '接入交换机') },
  router: { icon: Router, words: text('Outside router', '外部路由器') },
  external: { icon: Cloud, words: text('External network', '外部网络') },
}

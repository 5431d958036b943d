'use client'

import type { LocalText, Severity } from '@weft/domain'
import { text } from '@weft/domain'
import { useSay } from '../i18n'
import { severityLooks } from '../ui'
import type { Badge } from './flow-types'

/** Worst severity and count at the corner of a node: shape, colour and number. */
export function BadgeMark({ badge }: { readonly badge: Badge }) {
  const say = useSay()
  const { icon: Icon, ink } = severityLooks[badge.worst]
  return (
    <span
      role="img"
      aria-label={say(findingsText(badge))}
      title={say(findingsText(badge))}
      className={`absolute -top-2.5 -right-2.5 flex h-5 items-center gap-0.5 rounded-full border border-current bg-surface px-1 text-xs font-semibold ${ink}`}
    >
      <Icon size={12} aria-hidden />
      {badge.count}
    </span>
  )
}

const severityWords: { readonly [Key in Severity]: LocalText } = {
  error: text('worst: error', '最严重：错误'),
  warning: text('worst: warning', '最严重：警告'),
  info: text('worst: hint', '最严重：提示'),
}

export function findingsText({ worst, count }: Badge): LocalText {
  const words = severityWords[worst]
  return text(`${count} ${count === 1 ? 'finding' : 'findings'}, ${words.en}`, `${count} 项检查结果，${words.zh}`)
}

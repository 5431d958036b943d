'use client'

import type { Severity } from '@weft/domain'
import { text } from '@weft/domain'
import { CircleX, Info, TriangleAlert } from 'lucide-react'
import { useSay } from '../i18n'

/** Shape, colour and words of each severity: colour never stands alone. */
export const severityLooks = {
  error: { icon: CircleX, ink: 'text-error', soft: 'bg-error-soft', words: text('Error', '错误') },
  warning: { icon: TriangleAlert, ink: 'text-warning', soft: 'bg-warning-soft', words: text('Warning', '警告') },
  info: { icon: Info, ink: 'text-info', soft: 'bg-info-soft', words: text('Hint', '提示') },
} as const

export function SeverityMark({ severity, size = 14 }: { readonly severity: Severity; readonly size?: number }) {
  const say = useSay()
  const { icon: Icon, ink, words } = severityLooks[severity]
  return <Icon size={size} className={`shrink-0 ${ink}`} role="img" aria-label={say(words)} />
}

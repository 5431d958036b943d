'use client'

import { text } from '@weft/domain'
import { ZapOff } from 'lucide-react'
import { useSay } from '../i18n'
import type { FailureMarks } from './flow-types'

const words = {
  failed: text('Down for a look', '假设故障'),
  heat: (count: number) =>
    text(`alone takes ${count} sessions of others down`, `单独故障会使其他设备的 ${count} 个会话中断`),
}

/** Says in words and shape what the failure player shows in colour. */
export function FailureMark({ marks: { failed, heat } }: { readonly marks: FailureMarks }) {
  const say = useSay()
  if (failed) {
    return (
      <span className="failure-mark" title={say(words.failed)}>
        <ZapOff size={12} role="img" aria-label={say(words.failed)} />
      </span>
    )
  }
  if (!heat) return null
  return (
    <span className="heat-mark" title={say(words.heat(heat.count))}>
      {heat.count}
      <span className="sr-only"> {say(words.heat(heat.count))}</span>
    </span>
  )
}

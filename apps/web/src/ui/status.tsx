'use client'

import type { Assurance, ProofFact, SessionStatus } from '@weft/domain'
import { text } from '@weft/domain'
import { CircleCheck, CircleHelp, CircleX } from 'lucide-react'
import { useSay } from '../i18n'

/** Shape, colour and words of each status: colour never stands alone, and unknown is never green. */
export const statusLooks = {
  established: { icon: CircleCheck, ink: 'text-ok', words: text('Up', '建立') },
  down: { icon: CircleX, ink: 'text-error', words: text('Down', '中断') },
  unknown: { icon: CircleHelp, ink: 'text-warning', words: text('Unknown', '未知') },
} as const satisfies { readonly [Status in SessionStatus]: unknown }

const factLooks = {
  yes: { icon: CircleCheck, ink: 'text-ok', words: text('Holds', '成立') },
  no: { icon: CircleX, ink: 'text-error', words: text('Does not hold', '不成立') },
  unknown: { icon: CircleHelp, ink: 'text-warning', words: text('Not known', '未知') },
} as const satisfies { readonly [Holds in ProofFact['holds']]: unknown }

export const assuranceWords: { readonly [A in Assurance]: ReturnType<typeof text> } = {
  proved: text('proved', '已证明'),
  simulated: text('simulated', '仿真得出'),
  assumed: text('assumed', '基于假设'),
  unknown: text('unknown', '未知'),
}

type Look = { readonly icon: typeof CircleCheck; readonly ink: string; readonly words: ReturnType<typeof text> }

export function StatusMark({ status }: { readonly status: SessionStatus }) {
  return <Mark look={statusLooks[status]} />
}

export function FactMark({ holds }: { readonly holds: ProofFact['holds'] }) {
  return <Mark look={factLooks[holds]} />
}

function Mark({ look: { icon: Icon, ink, words } }: { readonly look: Look }) {
  const say = useSay()
  return <Icon size={14} className={`shrink-0 ${ink}`} role="img" aria-label={say(words)} />
}

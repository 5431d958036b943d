'use client'

import { text } from '@weft/domain'
import { useSay } from '../i18n'
import { DeadEnd } from './dead-end'

/** An address that leads nowhere. */
export default function NotFound() {
  const say = useSay()
  return (
    <DeadEnd
      title={say(text('There is no such page', '没有这个页面'))}
      message={say(text('The address may be mistyped.', '地址可能有误。'))}
    />
  )
}

'use client'

import type { NumberRow, RenumberScope } from '@weft/domain'
import { text } from '@weft/domain'
import { ListRestart } from 'lucide-react'
import { useEditorActions } from '../../editor'
import { usePreferences, useSay } from '../../i18n'
import { IconButton } from '../../ui'
import { useRecordName } from '../record-name'
import type { Givings } from './use-givings'
import { fieldWords, fromWords } from './words'

const words = {
  number: text('Number', '编号'),
  who: text('Who has it', '使用者'),
  field: text('Field', '字段'),
  pool: text('Pool', '资源池'),
  when: text('When', '时间'),
  why: text('Why this one', '原因'),
  withDesign: text('with the design', '随设计创建'),
  unknown: text('–', '–'),
  renumber: (number: string) => text(`Give another number than ${number}…`, `更换 ${number}…`),
}

/** One row for each number; the name leads to the record. */
export function NumberTable({
  rows,
  givings,
  onRenumber,
}: {
  readonly rows: readonly NumberRow[]
  readonly givings: Givings
  readonly onRenumber: (scope: RenumberScope) => void
}) {
  const say = useSay()
  const nameOf = useRecordName()
  const { focus } = useEditorActions()
  const { language } = usePreferences()
  const when = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', { dateStyle: 'short', timeStyle: 'short' })
  const head = 'sticky top-0 z-10 bg-surface px-2 py-1 text-left text-sm font-medium whitespace-nowrap text-ink-muted'
  const cell = 'px-2 py-0.5 align-top'
  return (
    <table className="w-full border-collapse">
      <thead>
        <tr>
          {[words.number, words.who, words.field, words.pool, words.when, words.why].map((word) => (
            <th key={word.en} scope="col" className={head}>
              {say(word)}
            </th>
          ))}
          <th className={`${head} right-0`}>
            <span className="sr-only">{say(text('Renumber', '重新编号'))}</span>
          </th>
        </tr>
      </thead>
      <tbody className="divide-y">
        {rows.map((row) => {
          const giving = givings(row)
          return (
            <tr key={`${row.key} ${row.value}`} className="bg-surface hover:bg-sunken" data-number={row.key}>
              <td className={`${cell} font-mono whitespace-nowrap`}>{row.value}</td>
              <td className={cell}>
                <button
                  type="button"
                  className="focus-ring rounded-sm text-left whitespace-nowrap text-accent hover:underline"
                  onClick={() => focus(row.recordId)}
                >
                  {nameOf(row.recordId)}
                </button>
              </td>
              <td className={`${cell} whitespace-nowrap`}>{say(fieldWords[row.field])}</td>
              <td className={`${cell} min-w-24`}>{row.poolId ? nameOf(row.poolId) : '–'}</td>
              <td className={`${cell} whitespace-nowrap text-ink-muted`}>
                {giving ? (
                  <time dateTime={giving.createdAt.toISOString()} title={`${giving.author}, #${giving.sequence}`}>
                    {when.format(giving.createdAt)}
                  </time>
                ) : (
                  say(row.from === 'pool' ? words.withDesign : row.from === 'open' ? fromWords.open : words.unknown)
                )}
              </td>
              <td className={`${cell} min-w-52 text-ink-muted`}>{say(row.why)}</td>
              <td className={`${cell} sticky right-0 bg-inherit`}>
                <IconButton
                  small
                  name={say(words.renumber(String(row.value)))}
                  onClick={() => onRenumber({ kind: 'field', recordId: row.recordId, field: row.field })}
                >
                  <ListRestart size={14} />
                </IconButton>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

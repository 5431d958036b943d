'use client'

import type { NumberRow, PoolId, RenumberScope } from '@weft/domain'
import { text } from '@weft/domain'
import { LoaderCircle } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { LedgerFilter } from '../../editor'
import { useAnswer } from '../../editor'
import { useSay } from '../../i18n'
import { Empty, inputClass } from '../../ui'
import { NumberTable } from './number-table'
import { PoolList } from './pool-list'
import { RenumberDialog } from './renumber-dialog'
import type { ReadGivings } from './use-givings'
import { useGivings } from './use-givings'
import { fromWords } from './words'

const words = {
  title: text('Numbers', '编号'),
  filter: text('Filter by number, field or name', '按编号、字段或名称筛选'),
  from: text('Where from', '来源'),
  all: text('from anywhere', '全部来源'),
  computing: text('Reading the ledger…', '正在读取台账…'),
  nothing: text('Nothing matches the filter', '没有符合筛选条件的编号'),
  more: (count: number) => text(`${count} more: narrow the filter to see them.`, `还有 ${count} 条：请缩小筛选范围。`),
}

/** Every number of the design: who has it, from which pool, when it was given and why it is this one. */
export function LedgerPanel({ readGivings }: { readonly readGivings: ReadGivings }) {
  const say = useSay()
  const [wanted, setWanted] = useState('')
  const [poolId, setPoolId] = useState<PoolId>()
  const [from, setFrom] = useState<NumberRow['from']>()
  const [scope, setScope] = useState<RenumberScope>()
  const question = useMemo(
    () => ({ kind: 'ledger', filter: { text: wanted, poolId, from } satisfies LedgerFilter }) as const,
    [wanted, poolId, from],
  )
  const fresh = useAnswer(question)
  // While the next answer is on its way the rows of the last one stay.
  const [kept, setKept] = useState(fresh)
  if (fresh && fresh !== kept) setKept(fresh)
  const answer = fresh ?? kept
  const givings = useGivings(readGivings)

  return (
    <section aria-label={say(words.title)} className="flex h-full min-h-0 min-w-0">
      {answer && (
        <PoolList
          pools={answer.ledger.pools}
          chosen={poolId}
          onChoose={setPoolId}
          onRenumber={(id) => setScope({ kind: 'pool', poolId: id })}
        />
      )}
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="flex flex-wrap items-center gap-2 border-b px-2 py-1">
          <input
            type="search"
            className={`${inputClass} max-w-72`}
            aria-label={say(words.filter)}
            placeholder={say(words.filter)}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
          <select
            className={`${inputClass} max-w-52`}
            aria-label={say(words.from)}
            value={from ?? ''}
            onChange={(event) => setFrom(fromOf(event.target.value))}
          >
            <option value="">{say(words.all)}</option>
            {Object.entries(fromWords).map(([value, label]) => (
              <option key={value} value={value}>
                {say(label)}
              </option>
            ))}
          </select>
        </div>
        <div className="min-h-0 flex-1 overflow-auto">
          {!answer ? (
            <Empty title={say(words.computing)}>
              <LoaderCircle className="animate-spin" size={16} aria-hidden />
            </Empty>
          ) : answer.matching === 0 ? (
            <Empty title={say(words.nothing)} />
          ) : (
            <NumberTable rows={answer.ledger.rows} givings={givings} onRenumber={setScope} />
          )}
          {answer && answer.matching > answer.ledger.rows.length && (
            <p className="px-3 py-2 text-ink-muted">{say(words.more(answer.matching - answer.ledger.rows.length))}</p>
          )}
        </div>
      </div>
      {scope && <RenumberDialog scope={scope} onScope={setScope} onClose={() => setScope(undefined)} />}
    </section>
  )
}

function fromOf(value: string): NumberRow['from'] | undefined {
  return value === 'pool' || value === 'open' || value === 'person' ? value : undefined
}

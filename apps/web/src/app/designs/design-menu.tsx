'use client'

import { Menu } from '@base-ui/react/menu'
import type { LocalText } from '@weft/domain'
import { serializeDesign, text } from '@weft/domain'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useSay } from '../../i18n'
import { trpcClient as api } from '../trpc'
import type { DesignRow } from './design-row'
import { NameDialog } from './name-dialog'

type Props = {
  readonly design: DesignRow
  readonly onChanged: () => void
  readonly onProblem: (message: string) => void
}

/** What can be done with a design from the list. */
export function DesignMenu({ design, onChanged, onProblem }: Props) {
  const say = useSay()
  const [renaming, setRenaming] = useState(false)

  function run(work: Promise<unknown>) {
    work.then(onChanged, (error: unknown) => onProblem(error instanceof Error ? error.message : String(error)))
  }

  const items: readonly { readonly label: LocalText; readonly act: () => void }[] = [
    { label: text('Rename', '重命名'), act: () => setRenaming(true) },
    { label: text('Duplicate', '创建副本'), act: () => run(api.designs.duplicate.mutate({ id: design.id })) },
    { label: text('Download design file', '下载设计文件'), act: () => run(downloadDesign(design)) },
    design.archivedAt
      ? { label: text('Restore', '恢复'), act: () => run(api.designs.restore.mutate({ id: design.id })) }
      : { label: text('Archive', '归档'), act: () => run(api.designs.archive.mutate({ id: design.id })) },
  ]
  return (
    <>
      <Menu.Root>
        <Menu.Trigger
          className="focus-ring grid size-7 place-items-center rounded-md text-ink-muted hover:bg-sunken hover:text-ink"
          aria-label={say(text(`Actions for ${design.name}`, `${design.name} 的操作`))}
        >
          <Ellipsis size={16} />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner sideOffset={4} align="end" className="z-50">
            <Menu.Popup className="min-w-40 rounded-md border bg-raised p-1 text-ink shadow-float outline-none">
              {items.map((item) => (
                <Menu.Item
                  key={item.label.en}
                  onClick={item.act}
                  className="cursor-pointer rounded-sm px-2 py-1 outline-none data-highlighted:bg-accent-soft"
                >
                  {say(item.label)}
                </Menu.Item>
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      {renaming && (
        <NameDialog
          title={say(text('Rename the design', '重命名设计'))}
          action={say(text('Rename', '重命名'))}
          initial={design.name}
          onCancel={() => setRenaming(false)}
          onName={(name) => {
            setRenaming(false)
            run(api.designs.rename.mutate({ id: design.id, name }))
          }}
        />
      )}
    </>
  )
}

async function downloadDesign({ id, name }: DesignRow): Promise<void> {
  const opened = await api.designs.open.query({ id })
  const url = URL.createObjectURL(new Blob([serializeDesign(opened.document)], { type: 'application/json' }))
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = `${name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')}.json`
  anchor.click()
  URL.revokeObjectURL(url)
}

'use client'

import { Dialog } from '@base-ui/react/dialog'
import { text } from '@weft/domain'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useRef } from 'react'
import { useSay } from '../i18n'
import { IconButton } from './button'

/** A dialog with a title, its first field ready to type in; closed by Escape, the cross or a click outside; focus returns to where it was. */
export function Modal({
  open,
  onClose,
  title,
  description,
  children,
  footer,
  wide = false,
}: {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly description?: string
  readonly children?: ReactNode
  readonly footer?: ReactNode
  readonly wide?: boolean
}) {
  const say = useSay()
  const content = useRef<HTMLDivElement>(null)
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Popup
          initialFocus={() => content.current?.querySelector('input') ?? true}
          className={`fixed top-1/2 left-1/2 z-50 flex max-h-[85vh] w-[calc(100vw-32px)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-lg border border-line bg-raised text-ink shadow-float outline-none ${wide ? 'max-w-3xl' : 'max-w-md'}`}
        >
          <header className="flex items-start gap-2 px-4 pt-3">
            <div className="min-w-0 flex-1">
              <Dialog.Title className="text-lg font-semibold">{title}</Dialog.Title>
              {description && <Dialog.Description className="text-ink-muted">{description}</Dialog.Description>}
            </div>
            <IconButton name={say(text('Close', '关闭'))} onClick={onClose} small>
              <X size={16} />
            </IconButton>
          </header>
          <div ref={content} className="min-h-0 flex-1 overflow-auto px-4 py-3">
            {children}
          </div>
          {footer && <footer className="flex justify-end gap-2 border-t px-4 py-3">{footer}</footer>}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

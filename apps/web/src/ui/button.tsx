import type { ComponentProps, ReactNode } from 'react'

type Look = 'primary' | 'plain' | 'quiet' | 'danger'

const looks: { readonly [look in Look]: string } = {
  primary: 'border-transparent bg-accent text-accent-ink hover:bg-accent-strong',
  plain: 'border-line-strong bg-surface text-ink hover:bg-sunken',
  quiet: 'border-transparent bg-transparent text-ink-muted hover:bg-sunken hover:text-ink',
  danger: 'border-transparent bg-error text-surface hover:opacity-90',
}

export type ButtonProps = ComponentProps<'button'> & { readonly look?: Look; readonly small?: boolean }

export function Button({ look = 'plain', small = false, className = '', type = 'button', ...rest }: ButtonProps) {
  const size = small ? 'h-6 px-2 text-sm' : 'h-8 px-3'
  return (
    <button
      type={type}
      className={`focus-ring inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap disabled:cursor-not-allowed disabled:opacity-50 ${size} ${looks[look]} ${className}`}
      {...rest}
    />
  )
}

/** A button that shows only an icon: its name is read out and shown on hover. */
export function IconButton({
  name,
  children,
  className = '',
  ...rest
}: ButtonProps & { readonly name: string; readonly children: ReactNode }) {
  return (
    <Button
      look="quiet"
      aria-label={name}
      title={name}
      className={`px-0! ${rest.small ? 'w-6' : 'w-8'} ${className}`}
      {...rest}
    >
      {children}
    </Button>
  )
}

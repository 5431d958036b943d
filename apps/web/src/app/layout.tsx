import type { Metadata } from 'next'
import localFont from 'next/font/local'
import type { ReactNode } from 'react'
import './globals.css'
import { preferencesScript } from '../i18n'
import { Providers } from './providers'

// Fonts come from the installed packages: the product makes no request to another host.
const inter = localFont({
  src: '../../../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  variable: '--font-inter',
  weight: '100 900',
})
const jetbrainsMono = localFont({
  src: '../../../../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  variable: '--font-jetbrains-mono',
  weight: '100 800',
})

export const metadata: Metadata = {
  title: { default: 'Weft', template: '%s · Weft' },
  description: 'Design CloudEngine data-centre fabrics and derive every device’s configuration.',
}

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en" className={`${inter.variable} ${jetbrainsMono.variable}`} suppressHydrationWarning>
      <head>
        {/* Before the first paint: the page never flashes in the wrong theme. */}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this product, no outside text in it. */}
        <script dangerouslySetInnerHTML={{ __html: preferencesScript }} />
      </head>
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  )
}

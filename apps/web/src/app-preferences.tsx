'use client'

import { text } from '@weft/domain'
import { Languages, Moon, Sun, SunMoon } from 'lucide-react'
import type { ThemeChoice } from './i18n'
import { setPreferences, usePreferences, useSay } from './i18n'
import { Button, IconButton } from './ui'

const nextTheme: { readonly [theme in ThemeChoice]: ThemeChoice } = { system: 'light', light: 'dark', dark: 'system' }
const themeIcons = { system: SunMoon, light: Sun, dark: Moon } as const
const themeNames = {
  system: text('Theme: as the system', '主题：跟随系统'),
  light: text('Theme: light', '主题：浅色'),
  dark: text('Theme: dark', '主题：深色'),
} as const

/** Language and theme, one press each. */
export function PreferencesMenu() {
  const say = useSay()
  const { language, theme } = usePreferences()
  const ThemeIcon = themeIcons[theme]
  return (
    <div className="flex items-center gap-1">
      <Button
        look="quiet"
        onClick={() => setPreferences({ language: language === 'en' ? 'zh' : 'en' })}
        lang={language === 'en' ? 'zh-CN' : 'en'}
      >
        <Languages size={14} aria-hidden />
        {language === 'en' ? '简体中文' : 'English'}
      </Button>
      <IconButton name={say(themeNames[theme])} onClick={() => setPreferences({ theme: nextTheme[theme] })}>
        <ThemeIcon size={16} />
      </IconButton>
    </div>
  )
}

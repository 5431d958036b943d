import type { Language } from '@weft/domain'

export type Theme = 'light' | 'dark'
/** `system` follows the operating system. */
export type ThemeChoice = Theme | 'system'
export type Preferences = { readonly language: Language; readonly theme: ThemeChoice }

const storageKey = 'weft.preferences'
const standard: Preferences = { language: 'en', theme: 'system' }

const listeners = new Set<() => void>()
let current: Preferences | undefined

/** What this browser remembers; the language of the browser when nothing is remembered. */
export function readPreferences(): Preferences {
  current ??= stored()
  return current
}

/** What the server draws: it does not know the person's browser. */
export function serverPreferences(): Preferences {
  return standard
}

export function subscribePreferences(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...readPreferences(), ...change }
  applyPreferences(current)
  try {
    localStorage.setItem(storageKey, JSON.stringify(current))
  } catch {
    // A browser that refuses storage still shows the choice until the page closes.
  }
  for (const listener of listeners) listener()
}

export function applyPreferences({ language, theme }: Preferences): void {
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}

function stored(): Preferences {
  const language: Language = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return { ...standard, language }
    const { language: keptLanguage, theme } = kept as { readonly language?: unknown; readonly theme?: unknown }
    return {
      language: keptLanguage === 'en' || keptLanguage === 'zh' ? keptLanguage : language,
      theme: theme === 'light' || theme === 'dark' || theme === 'system' ? theme : 'system',
    }
  } catch {
    return { ...standard, language }
  }
}

/** Runs before the first paint, so that no page flashes in the wrong theme. Same rules as `applyPreferences`. */
export const preferencesScript = `(()=>{let p={};try{p=JSON.parse(localStorage.getItem(${JSON.stringify(storageKey)}))||{}}catch{}
const d=document.documentElement,dark=p.theme==='dark'||(p.theme!=='light'&&matchMedia('(prefers-color-scheme: dark)').matches);
d.dataset.theme=dark?'dark':'light';const zh=p.language?p.language==='zh':navigator.language.toLowerCase().startsWith('zh');d.lang=zh?'zh-CN':'en'})()`

'use client'

import type { LocalText } from '@weft/domain'
import { useCallback, useSyncExternalStore } from 'react'
import type { Preferences } from './preferences'
import { readPreferences, serverPreferences, subscribePreferences } from './preferences'

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribePreferences, readPreferences, serverPreferences)
}

/**
 * Chooses the words of the person's language: `say(text('Undo', '撤销'))`. Sentences stand where they
 * are shown, in both languages at once, so that neither can be forgotten.
 */
export function useSay(): (words: LocalText) => string {
  const { language } = usePreferences()
  return useCallback((words) => words[language], [language])
}

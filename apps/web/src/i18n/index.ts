export type { Preferences, Theme, ThemeChoice } from './preferences'
export {
  preferencesScript,
  setPreferences,
} from './preferences'
export { usePreferences, useSay } from './use-preferences'

export type { Preferences, Theme, ThemeChoice } from './preferences'
export {
  applyPreferences,
  preferencesScript,
  readPreferences,
  setPreferences,
  subscribePreferences,
} from './preferences'
export { usePreferences, useSay } from './use-preferences'

export type { Preferences, Theme, ThemeChoice } from './preferences'
export {
  preferencesScript,
  setPreferences,
} from './preferences'
export { sentences } from './sentences'
export { usePreferences, useSay } from './use-preferences'

export type {
  ConfigNode,
  ConfigProblem,
  ConfigProblemCode,
  ConfigText,
  LineKind,
  ParsedConfig,
  PlacedBy,
} from './config-node'
export { printParsed, walkConfig } from './config-node'
export { toConfigTree } from './config-tree'
export { formatConfig } from './format-config'
export type { MisspeltKeyword } from './misspelt-keyword'
export { misspeltKeyword } from './misspelt-keyword'
export { parseConfig } from './parse-config'
export type { PrintedLine } from './print'
export { linesToText, print, printText } from './print'
export type { SectionPlace } from './section-order'
export { sectionOrder, sectionRank } from './section-order'
export type { DisplayAnswer, TerminalSession } from './session/read-session'
export { readSession, showsConfiguration } from './session/read-session'
export type { TextForm } from './session/text-form'
export { textForm } from './session/text-form'
export type { ConfigTree, Statement } from './statement'
export { statement, verbatim } from './statement'
export type { Token, TokenKind } from './tokenize'
export { tokenizeLine } from './tokenize'
export type { IgnoredLine, IgnoredReason, TypedInput } from './typed/parse-typed'
export { parseTyped } from './typed/parse-typed'
export type { TypedProblem, TypedProblemCode } from './typed/typed-problems'
export type { ViewName } from './views/view-spec'
export { itemsPerLine, quoteWord, splitItems } from './words'

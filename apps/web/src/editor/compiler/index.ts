/** Compiling beside the page: what the page gets of it, and how it asks for more. */
export type { Ask, Compiler, CompilerEvents } from './compiler'
export { createCompiler, touchesNetwork } from './compiler'
export { markedLines } from './config-lines'
export type { Digest } from './digest'
export { worseStatus } from './digest'
export type { ChangedRow, FailureOutcome } from './failure-outcome'
export type { AnswerOf, ExportOutcome, ExportStep, LedgerFilter, Question, QuestionOf } from './protocol'
export type { SessionRow } from './session-rows'

export type { Change, Command, EndChoice, Point, RecordEdit, Refusal } from './command'

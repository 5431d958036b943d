/** The ledger cannot be opened for a reason a person can mend. The message says what is wrong and what to do. */
export class LedgerRefusal extends Error {
  override readonly name = 'LedgerRefusal'

  constructor(what: string, remedy: string, options?: ErrorOptions) {
    super(`${what}\n${remedy}`, options)
  }
}

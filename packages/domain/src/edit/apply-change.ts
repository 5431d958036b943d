import type { CollectionName, Design, LocalText, NetworkRecord } from '../model'
import type { Change, Point, RecordEdit } from './command'

/**
 * The design after a change. Total: what the change says is what stands afterwards, whatever stood
 * there before, so the later of two writers of a record wins. Untouched records and collections keep
 * their identity.
 */
export function applyChange(design: Design, change: Change): Design {
  if (change.edits.length === 0) return design
  const network: { [Name in CollectionName]?: { [id: string]: NetworkRecord } } = {}
  let positions: { [id: string]: Point } | undefined
  for (const edit of change.edits) {
    if (edit.collection === 'positions') {
      positions ??= { ...design.layout.positions }
      put(positions, edit.id, edit.after)
    } else {
      const records = network[edit.collection] ?? { ...design.network[edit.collection] }
      network[edit.collection] = records
      put(records, edit.id, edit.after)
    }
  }
  return {
    // Each edit holds a record of its collection: changes are made by commands or read by parseChange.
    network:
      Object.keys(network).length === 0 ? design.network : ({ ...design.network, ...network } as Design['network']),
    layout: positions === undefined ? design.layout : { positions },
  }
}

function put<T>(records: { [id: string]: T }, id: string, after: T | undefined): void {
  if (after === undefined) delete records[id]
  else records[id] = after
}

/** The change that takes the other one back. */
export function invertChange(change: Change): Change {
  return { label: change.label, edits: change.edits.map(swapped).reverse() }
}

function swapped({ before, after, ...where }: RecordEdit): RecordEdit {
  // Both sides come from one edit, so they belong to its collection.
  return { ...where, ...sides<NetworkRecord | Point>(after, before) } as RecordEdit
}

/** Before and after of an edit; a side that is absent has no key. */
export function sides<T>(before: T | undefined, after: T | undefined): { readonly before?: T; readonly after?: T } {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }
}

/**
 * One change that does what `first` and then `second` do; each record and position occurs once.
 * Several keystrokes in one field, or several commands of a batch, become one step of undo.
 *
 * @param label absent: the label of `first`
 */
export function composeChanges(first: Change, second: Change, label: LocalText = first.label): Change {
  const edits = new Map<string, RecordEdit>()
  for (const edit of [...first.edits, ...second.edits]) {
    const key = `${edit.collection} ${edit.id}`
    const earlier = edits.get(key)
    edits.set(key, earlier === undefined ? edit : joined(earlier, edit))
  }
  return { label, edits: [...edits.values()].filter((edit) => edit.before !== edit.after) }
}

function joined({ before, after: _, ...where }: RecordEdit, { after }: RecordEdit): RecordEdit {
  // Both edits are of one record or one position.
  return { ...where, ...sides<NetworkRecord | Point>(before, after) } as RecordEdit
}

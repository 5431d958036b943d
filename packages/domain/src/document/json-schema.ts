import { z } from 'zod'
import { collections, idSchema, kindOfCollection } from '../model'
import { designNameSchema, positionSchema } from './envelope'
import { currentDocumentVersion } from './migrations'
import { collectionNames } from './parse-record'

/**
 * JSON Schema (draft 2020-12) of a design file, for editors and other tools. It is generated from the
 * schemas that read files; what JSON Schema cannot say (the form of an address, ids that must exist)
 * is checked by `parseDesign` alone.
 */
export function designJsonSchema(): { readonly [key: string]: unknown } {
  const network = Object.fromEntries(
    collectionNames.map((name) => [name, z.record(idSchema(kindOfCollection[name]), collections[name]).optional()]),
  )
  const file = z.strictObject({
    weft: z.strictObject({ documentVersion: z.literal(currentDocumentVersion) }),
    name: designNameSchema.optional(),
    network: z.strictObject(network),
    layout: z.strictObject({ positions: z.record(z.string(), positionSchema) }).optional(),
  })
  return {
    ...z.toJSONSchema(file, { io: 'input', unrepresentable: 'throw' }),
    title: 'Weft design',
    description: `A data-centre fabric as Weft keeps it, document version ${currentDocumentVersion}.`,
  }
}

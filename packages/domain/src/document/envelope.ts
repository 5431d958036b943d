import { z } from 'zod'
import { lineText } from '../model'

/** Farther out nothing can be drawn. */
const farthestPixel = 10_000_000

/** Adding 0 makes a plain zero of -0, which JSON writes alike. */
const pixelSchema = z
  .number()
  .min(-farthestPixel)
  .max(farthestPixel)
  .overwrite((value) => value + 0)

export const positionSchema = z.strictObject({ x: pixelSchema, y: pixelSchema })

export const designNameSchema = lineText(120)

/** What is around the records of a file; they are read one by one. */
export const envelopeSchema = z.strictObject({
  weft: z.strictObject({ documentVersion: z.int() }),
  name: designNameSchema.optional(),
  network: z.unknown().optional(),
  layout: z.unknown().optional(),
})

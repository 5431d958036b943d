import { designNameSchema } from '@weft/domain'
import { z } from 'zod'
import { localOwner, router } from '../access'
import { readDesignText, reads, startingDesign } from './read'
import { thumbnailSchema } from './thumbnail'

const id = z.string().min(1).max(64)
const name = z.string().trim().pipe(designNameSchema)
const one = z.strictObject({ id })

export const designsRouter = router({
  list: localOwner
    .input(reads(z.strictObject({ query: z.string().max(200).default(''), archived: z.boolean().default(false) })))
    .query(({ ctx, input }) => ctx.store.designs.list(input)),

  create: localOwner
    .input(reads(z.strictObject({ name, sample: z.boolean().optional(), document: z.unknown().optional() })))
    .mutation(({ ctx, input }) => ctx.store.designs.create({ name: input.name, design: startingDesign(input) })),

  /** Makes a design from the text of a design file: the whole file, or nothing. */
  importDocument: localOwner
    .input(reads(z.strictObject({ name: name.optional(), text: z.string() })))
    .mutation(({ ctx, input }) => {
      const file = readDesignText(input.text)
      return ctx.store.designs.create({ name: file.name ?? input.name ?? 'Imported design', design: file.design })
    }),

  open: localOwner.input(reads(one)).query(async ({ ctx, input }) => {
    const { design, ...about } = await ctx.store.designs.open(input.id)
    return { ...about, document: design }
  }),

  rename: localOwner
    .input(reads(z.strictObject({ id, name })))
    .mutation(({ ctx, input }) => ctx.store.designs.rename(input.id, input.name)),

  duplicate: localOwner.input(reads(z.strictObject({ id, name: name.optional() }))).mutation(async ({ ctx, input }) => {
    const original = await ctx.store.designs.open(input.id)
    return ctx.store.designs.create({ name: input.name ?? copyName(original.name), design: original.design })
  }),

  archive: localOwner.input(reads(one)).mutation(({ ctx, input }) => ctx.store.designs.setArchived(input.id, true)),

  restore: localOwner.input(reads(one)).mutation(({ ctx, input }) => ctx.store.designs.setArchived(input.id, false)),

  saveThumbnail: localOwner
    .input(reads(z.strictObject({ id, svg: thumbnailSchema })))
    .mutation(({ ctx, input }) => ctx.store.designs.saveThumbnail(input.id, input.svg)),
})

const LONGEST_NAME = 120
const COPY = ' (copy)'

function copyName(original: string): string {
  return `${original.slice(0, LONGEST_NAME - COPY.length).trimEnd()}${COPY}`
}

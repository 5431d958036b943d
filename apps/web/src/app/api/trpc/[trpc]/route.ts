import { getApi } from '../../server'

/** Answers come from the database, never from a cache of the build. */
export const dynamic = 'force-dynamic'

async function handle(request: Request): Promise<Response> {
  const api = await getApi()
  return api.handle(request)
}

export { handle as GET, handle as POST }

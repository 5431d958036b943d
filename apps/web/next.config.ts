import type { NextConfig } from 'next'

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // The workspace packages are TypeScript source; Next compiles them with the app.
  transpilePackages: ['@weft/api', '@weft/domain', '@weft/exchange', '@weft/net', '@weft/prisma', '@weft/vrp'],
  // Native or wasm-loading parts of the ledger stay ordinary Node modules on the server.
  serverExternalPackages: ['@electric-sql/pglite', '@prisma/adapter-pg', '@prisma/client', 'pg'],
  // The default keeps a dot in the corner of every page in development; errors are shown without it.
  devIndicators: false,
}

export default config

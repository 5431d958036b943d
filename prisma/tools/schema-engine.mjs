#!/usr/bin/env node
// Prisma starts a program here and speaks JSON-RPC to it. Node 20 does not read TypeScript by itself.
import { register } from 'tsx/esm/api'

register()
await import('./engine/main.ts')

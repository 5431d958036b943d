import { readFileSync } from 'node:fs'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { connect, connectShadow } from './connections'

export type Params = { readonly [name: string]: unknown }
export type Engine = { readonly [method: string]: (params: Params) => Promise<unknown> }
type EngineClass = {
  new: (options: EngineOptions, log: (message: string) => void, adapter: unknown) => Promise<Engine>
}
type EngineOptions = { readonly datamodels?: readonly Datamodel[] }
type Glue = { readonly [name: string]: unknown } & {
  readonly SchemaEngine: EngineClass
  __wbg_set_wasm(exports: Instance['exports']): void
}

/** The part of WebAssembly used here; the types of Node 20 leave it to the DOM library, which does not belong here. */
type Module = { readonly kind: 'module' }
type Instance = { readonly exports: { readonly [name: string]: unknown } }
type Imports = { readonly [module: string]: { readonly [name: string]: unknown } }
const wasm = (globalThis as unknown as { readonly WebAssembly: WasmLibrary }).WebAssembly
type WasmLibrary = {
  readonly Module: {
    new (bytes: Uint8Array): Module
    imports(module: Module): readonly { readonly module: string; readonly name: string }[]
  }
  readonly Instance: new (module: Module, imports: Imports) => Instance
}

/** Path and text of one schema file. */
export type Datamodel = readonly [path: string, text: string]

let loaded: Promise<EngineClass> | undefined

async function loadEngine(): Promise<EngineClass> {
  const panics = {
    message: '',
    get: () => panics.message,
    set_message: (message: string) => {
      panics.message = message
    },
  }
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panics })
  const entry = import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const glue = (await import(entry)) as Glue
  const module = new wasm.Module(readFileSync(new URL('./schema_engine_bg.wasm', entry)))
  const imports: Record<string, Record<string, unknown>> = {}
  for (const { module: from, name } of wasm.Module.imports(module))
    imports[from] = { ...imports[from], [name]: glue[name] }
  const instance = new wasm.Instance(module, imports)
  glue.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start as () => void
  start()
  return glue.SchemaEngine
}

/** One engine over one database; it connects at once, so comparing files needs a throw-away database too. */
export async function startEngine(url: string | undefined, datamodels: readonly Datamodel[]): Promise<Engine> {
  loaded ??= loadEngine()
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(url),
    connectToShadowDb: () => connectShadow(),
  }
  const engineClass = await loaded
  return engineClass.new(
    datamodels.length > 0 ? { datamodels } : {},
    ignoreLog,
    bindMigrationAwareSqlAdapterFactory(factory),
  )
}

/** The engine's log is for its developers; what people need comes with the answers. */
function ignoreLog(): undefined {
  return undefined
}

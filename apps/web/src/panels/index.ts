export { ConfigPanel } from './config-panel'
export { ExportDialog } from './export-dialog'
export { FindingsPanel } from './findings-panel'
export { Inspector } from './inspector/inspector'

export { exportBundle, zipBundle } from './export-bundle'
export type { ExportFile, ExportRequest, ExportResult } from './export-bundle'

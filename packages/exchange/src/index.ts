export type { ExportFile, ExportRequest, ExportResult } from './export-bundle'
export { exportBundle, zipBundle } from './export-bundle'

'use client'

import type { RecordId } from '@weft/domain'
import { recordName } from '@weft/domain'
import { useCallback } from 'react'
import { useEditor } from '../editor'

export { kindNames } from '../editor'

export function useRecordName(): (id: RecordId) => string {
  const network = useEditor((state) => state.fabric)
  return useCallback((id) => recordName(network, id), [network])
}

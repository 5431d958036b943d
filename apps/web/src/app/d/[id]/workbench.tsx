'use client'

import { Tabs } from '@base-ui/react/tabs'
import { text } from '@weft/domain'
import { ReactFlowProvider } from '@xyflow/react'
import { ChevronDown, ChevronUp, Download, GitCompareArrows } from 'lucide-react'
import { useState } from 'react'
import { PreferencesMenu } from '../../../app-preferences'
import {
  Canvas,
  CanvasSessionProvider,
  LinkPopover,
  Notices,
  Palette,
  RecordSearch,
  SelectionBar,
  Toolbar,
  useShortcuts,
} from '../../../canvas'
import { FailurePlayerProvider, useEditor } from '../../../editor'
import { useSay } from '../../../i18n'
import {
  ConfigPanel,
  ExportDialog,
  FailuresPanel,
  FindingsPanel,
  Inspector,
  LedgerPanel,
  SessionsPanel,
} from '../../../panels'
import { Button, IconButton } from '../../../ui'
import { CompareDialog } from '../../importing/compare-dialog'
import { givenNumbers } from './transport'
import { useThumbnail } from './use-thumbnail'

const words = {
  export: text('Export', '导出'),
  compare: text('Compare with running configs', '与运行配置对比'),
  inspector: text('Inspector', '属性'),
  dock: text('Findings, sessions, failures and configuration', '检查结果、会话、故障与配置'),
  findings: text('Findings', '检查结果'),
  sessions: text('Sessions', '会话'),
  failures: text('Failures', '故障'),
  config: text('Configuration', '配置'),
  ledger: text('Numbers', '编号'),
  fold: text('Fold the panel', '收起面板'),
  unfold: text('Unfold the panel', '展开面板'),
  unreadable: (count: number) =>
    text(
      `${count} unsent changes of an earlier version are kept in this browser but cannot be read.`,
      `本浏览器保存了 ${count} 项旧版本的未发送更改，但无法读取。`,
    ),
}

/** The design page: palette, drawing and inspector side by side, findings and configuration below. */
export function Workbench({ unreadable }: { readonly unreadable: number }) {
  return (
    <ReactFlowProvider>
      <CanvasSessionProvider>
        <FailurePlayerProvider>
          <Frame unreadable={unreadable} />
        </FailurePlayerProvider>
      </CanvasSessionProvider>
    </ReactFlowProvider>
  )
}

function Frame({ unreadable }: { readonly unreadable: number }) {
  const say = useSay()
  const [exporting, setExporting] = useState(false)
  const [comparing, setComparing] = useState(false)
  useShortcuts()
  useThumbnail()
  return (
    <div className="grid h-screen grid-cols-[216px_minmax(0,1fr)_320px] grid-rows-[auto_minmax(0,1fr)_auto] overflow-hidden">
      <div className="col-span-3">
        <Toolbar>
          <PreferencesMenu />
          <IconButton name={say(words.compare)} onClick={() => setComparing(true)}>
            <GitCompareArrows size={16} />
          </IconButton>
          <Button look="primary" onClick={() => setExporting(true)}>
            <Download size={16} aria-hidden />
            {say(words.export)}
          </Button>
        </Toolbar>
        {unreadable > 0 && (
          <p role="alert" className="border-b bg-warning-soft px-3 py-1 text-warning">
            {say(words.unreadable(unreadable))}
          </p>
        )}
      </div>
      <div className="row-span-2 flex min-h-0">
        <Palette />
      </div>
      <main className="relative grid min-h-0 min-w-0">
        <Canvas />
        <SelectionBar />
        <Notices />
      </main>
      <aside
        aria-label={say(words.inspector)}
        data-panel
        className="row-span-2 grid min-h-0 grid-cols-[minmax(0,1fr)] overflow-hidden border-l bg-surface"
      >
        <Inspector />
      </aside>
      <Dock />
      <LinkPopover />
      <RecordSearch />
      {comparing && <CompareDialog onClose={() => setComparing(false)} />}
      <ExportDialog open={exporting} onClose={() => setExporting(false)} />
    </div>
  )
}

/** The tabs under the canvas; folded, only their names stay. */
function Dock() {
  const say = useSay()
  const [open, setOpen] = useState(true)
  const findings = useEditor((state) => state.openFindings.length)
  const tab =
    'focus-ring h-8 px-3 text-ink-muted data-active:font-semibold data-active:text-ink data-active:shadow-[inset_0_-2px_var(--accent)]'
  return (
    <Tabs.Root
      defaultValue="findings"
      render={<section aria-label={say(words.dock)} data-panel />}
      className={`flex min-w-0 flex-col border-t bg-surface ${open ? 'h-[30vh] min-h-40' : ''}`}
      onValueChange={() => setOpen(true)}
    >
      <div className="flex shrink-0 items-center border-b pr-1">
        <Tabs.List className="flex flex-1">
          <Tabs.Tab value="findings" className={tab}>
            {say(words.findings)}
            <span className="ml-1.5 rounded-full bg-sunken px-1.5 text-xs font-semibold text-ink-muted">
              {findings}
            </span>
          </Tabs.Tab>
          <Tabs.Tab value="sessions" className={tab}>
            {say(words.sessions)}
          </Tabs.Tab>
          <Tabs.Tab value="failures" className={tab}>
            {say(words.failures)}
          </Tabs.Tab>
          <Tabs.Tab value="config" className={tab}>
            {say(words.config)}
          </Tabs.Tab>
          <Tabs.Tab value="ledger" className={tab}>
            {say(words.ledger)}
          </Tabs.Tab>
        </Tabs.List>
        <IconButton
          small
          name={say(open ? words.fold : words.unfold)}
          aria-expanded={open}
          onClick={() => setOpen((before) => !before)}
        >
          {open ? <ChevronDown size={16} /> : <ChevronUp size={16} />}
        </IconButton>
      </div>
      {open && (
        <>
          <Tabs.Panel value="findings" className="grid min-h-0 flex-1 overflow-hidden">
            <FindingsPanel />
          </Tabs.Panel>
          <Tabs.Panel value="sessions" className="grid min-h-0 flex-1 overflow-hidden">
            <SessionsPanel />
          </Tabs.Panel>
          <Tabs.Panel value="failures" className="grid min-h-0 flex-1 overflow-hidden">
            <FailuresPanel />
          </Tabs.Panel>
          <Tabs.Panel value="config" className="grid min-h-0 flex-1 overflow-hidden">
            <ConfigPanel />
          </Tabs.Panel>
          <Tabs.Panel value="ledger" className="grid min-h-0 flex-1 overflow-hidden">
            <LedgerPanel readGivings={givenNumbers} />
          </Tabs.Panel>
        </>
      )}
    </Tabs.Root>
  )
}

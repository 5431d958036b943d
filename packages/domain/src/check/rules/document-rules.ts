import type { Device, RecordId, RoleDefaults } from '../../model'
import { byId, text } from '../../model'
import { nameOf, recordOf } from '../context'
import { setFields } from '../fixes'
import type { Rule } from '../rule'

const danglingReference: Rule = {
  id: 'document/dangling-reference',
  wide: 'always',
  severity: 'error',
  title: text('A record names something that is not there', '记录引用了不存在的对象'),
  why: text(
    'The configuration that would follow from the reference is left out, so the devices miss a part of the design.',
    '由该引用派生的配置会被省略，设备上将缺少设计中的这一部分。',
  ),
  remedy: text(
    'Choose an existing record, or delete the one that points nowhere.',
    '请改选存在的对象，或删除悬空的记录。',
  ),
  source: 'inferred: the reference cannot be resolved',
  *run(context) {
    for (const { recordId, field, missing } of context.intent.dangling) {
      if (recordOf(context, recordId) === undefined || hasOwnRule(recordId, field)) continue
      const name = nameOf(context, recordId)
      yield {
        subjects: [recordId],
        key: `${field} ${missing}`,
        what: text(
          `${name}: ${field} names ${missing}, which does not exist`,
          `${name}：${field} 引用的 ${missing} 不存在`,
        ),
      }
    }
  },
}

/** Source interfaces of sessions have rules that say more than "it is not there". */
function hasOwnRule(recordId: RecordId, field: string): boolean {
  if (recordId.startsWith('peering:')) return /ends\b.*(interfaceId|relyStateInterfaceIds)/.test(field)
  return recordId.startsWith('bmp-session:') && field.startsWith('source')
}

const deviceNameDuplicate: Rule = {
  id: 'device/name-duplicate',
  wide: ['names'],
  severity: 'warning',
  title: text('Two devices with one name', '设备名称重复'),
  why: text(
    'The name becomes sysname and the name of the exported file; equal names cannot be told apart.',
    '名称会成为 sysname 和导出文件名，重复时无法区分。',
  ),
  remedy: text('Rename one of the devices.', '请修改其中一台设备的名称。'),
  source: 'undocumented: each device is known by its sysname',
  offersFix: true,
  *run({ index, network }) {
    for (const [name, ids] of index.shared('names')) {
      const [first, ...others] = [...ids].sort().flatMap((id) => network.devices[id] ?? [])
      if (first === undefined || others.length === 0) continue
      const count = others.length + 1
      const [second] = others
      let number = 2
      while (index.isHeld('names', `${name}-${number}`)) number += 1
      yield {
        subjects: [first.id, ...others.map(({ id }) => id)],
        what: text(`${count} devices are called ${name}`, `${count} 台设备同名：${name}`),
        ...(second === undefined || count > 2
          ? {}
          : {
              fix: setFields(text(`Rename one to ${name}-${number}`, `将其中一台改名为 ${name}-${number}`), second.id, {
                name: `${name}-${number}`,
              }),
            }),
      }
    }
  },
}

const deviceNameForm: Rule = {
  id: 'device/name-form',
  severity: 'info',
  title: text('A name outside plain ASCII', '设备名称含有非 ASCII 字符'),
  why: text(
    'Which characters sysname accepts beyond ASCII is undocumented; terminals and log servers may show others wrongly.',
    'sysname 是否接受 ASCII 以外的字符没有文档说明（undocumented），终端和日志服务器可能显示异常。',
  ),
  remedy: text('Prefer letters, digits, hyphen, dot and underscore.', '建议只使用字母、数字、连字符、点和下划线。'),
  source: 'undocumented; CR "sysname (System view)" names forbidden characters only',
  *run({ devices }) {
    for (const { device } of devices) {
      if (/^[\x20-\x7e]+$/.test(device.name)) continue
      yield {
        subjects: [device.id],
        what: text(
          `${device.name}: the name has characters outside ASCII (support is undocumented)`,
          `${device.name}：名称含有 ASCII 以外的字符（是否支持无文档说明）`,
        ),
      }
    }
  },
}

const carriedViewGone: Rule = {
  id: 'document/carried-view-gone',
  severity: 'warning',
  title: text('Imported lines without their view', '导入的配置行失去所属视图'),
  why: text(
    'Lines that were imported and are kept as they are stand in the view they came from. The design no longer has that view, so they are not printed.',
    '原样保留的导入行位于其来源视图中。设计中已没有该视图，因此这些行不会输出。',
  ),
  remedy: text('Undo what removed the view, or drop the lines with it.', '请撤销删除该视图的操作，或一并删除这些行。'),
  source: 'inferred: a line has its meaning only in its view',
  offersFix: true,
  *run({ devices, configs }) {
    for (const { device } of devices) {
      const tree = configs.get(device.id)
      if (device.carried === undefined || tree === undefined) continue
      const views = new Set<string>([''])
      for (const section of tree.sections) addViews(section, [], views)
      const kept = device.carried.filter(({ view }) => views.has(view.join('\n')))
      const gone = device.carried.filter((block) => !kept.includes(block))
      const [first] = gone
      if (first === undefined) continue
      const count = gone.reduce((sum, { lines }) => sum + lines.length, 0)
      const view = first.view.join(' › ')
      yield {
        subjects: [device.id],
        what: text(
          `${device.name}: ${count} imported lines are not printed, because “${view}” is no longer there`,
          `${device.name}：“${view}”已不存在，${count} 行导入的配置未输出`,
        ),
        fix: setFields(text(`Drop the ${count} lines`, `删除这 ${count} 行`), device.id, {
          carried: kept.length === 0 ? undefined : kept,
        }),
      }
    }
  },
}

type Line = { readonly text: string; readonly children: readonly Line[] }

/** Every path of headers in a configuration, outermost first. */
function addViews(lines: readonly Line[], above: readonly string[], views: Set<string>): void {
  for (const { text: header, children } of lines) {
    const path = [...above, header]
    views.add(path.join('\n'))
    addViews(children, path, views)
  }
}

const waiverUnused: Rule = {
  id: 'document/waiver-unused',
  severity: 'info',
  title: text('A waiver without a finding', '豁免没有对应的检查结果'),
  why: text(
    'What somebody answered for is not found any more: it was mended, or has become something else.',
    '所豁免的问题已不再出现：可能已修复，或已变为其他问题。',
  ),
  remedy: text('Take the waiver back.', '请撤销该豁免。'),
  source: 'inferred: a waiver names the finding it is for',
  offersFix: true,
  run: () => [],
  *review({ network }, found) {
    for (const { id, finding, owner } of Object.values(network.waivers).sort(byId)) {
      if (found.has(finding)) continue
      yield {
        subjects: [id],
        what: text(`${owner} waived ${finding}, which is not found`, `${owner} 豁免了 ${finding}，但没有该检查结果`),
        fix: {
          label: text('Take the waiver back', '撤销豁免'),
          command: { kind: 'records.delete', ids: [id] },
        },
      }
    }
  },
}

const roleDefaultsTwice: Rule = {
  id: 'document/role-defaults-twice',
  wide: ['definitions'],
  severity: 'warning',
  title: text('Two records of defaults for one role', '同一角色有两份默认值'),
  why: text(
    'A new device of the role gets what the first of them by id says; the other one is never used.',
    '该角色的新设备采用其中 ID 最小的一份，其余从不使用。',
  ),
  remedy: text('Keep one of them.', '请只保留一份。'),
  source: 'inferred: a device is added with one set of defaults',
  offersFix: true,
  *run({ network }) {
    const byRole = new Map<Device['role'], RoleDefaults[]>()
    for (const defaults of Object.values(network.roleDefaults).sort(byId))
      byRole.set(defaults.role, [...(byRole.get(defaults.role) ?? []), defaults])
    for (const [role, [used, ...others]] of byRole) {
      if (used === undefined || others.length === 0) continue
      const count = others.length + 1
      yield {
        subjects: [used.id, ...others.map(({ id }) => id)],
        what: text(`${count} records say the defaults of ${role}`, `角色 ${role} 有 ${count} 份默认值`),
        fix: {
          label: text('Keep the one that is used', '只保留正在使用的一份'),
          command: { kind: 'records.delete', ids: others.map(({ id }) => id) },
        },
      }
    }
  },
}

export const documentRules: readonly Rule[] = [
  danglingReference,
  carriedViewGone,
  deviceNameDuplicate,
  deviceNameForm,
  roleDefaultsTwice,
  waiverUnused,
]

import { demandedBy, judgeRequirements } from '../../failures'
import type { LocalText } from '../../model'
import { byId, recordName, requirementText, text } from '../../model'
import { everything } from '../aspects'
import type { RuleContext } from '../context'
import type { Rule, Violation } from '../rule'

type Unknown = Extract<ReturnType<typeof judgeRequirements>[number], { readonly verdict: 'unknown' }>

/** More names than a sentence holds are counted. */
const mostNames = 3

const broken: Rule = {
  id: 'requirement/broken',
  wide: everything,
  severity: 'error',
  title: text('A requirement is not kept', '不满足需求'),
  why: text(
    'Somebody demanded this of the network. The finding names the fewest things that break it when they fail.',
    '这是对网络提出的需求。检查结果列出使其不满足的最小故障组合。',
  ),
  remedy: text('Add a second way around what fails, or demand less.', '请为故障对象增加备用路径，或降低需求。'),
  source: 'inferred: a requirement written in the design, judged by the simulation of failures',
  *run(context) {
    if (Object.keys(context.network.requirements).length === 0) return
    for (const judged of judgeRequirements(context)) {
      const { requirement } = judged
      const sentence = requirementText(context.network, requirement)
      if (judged.verdict === 'broken') {
        const { failed, falls } = judged
        yield {
          subjects: [requirement.id, ...failed],
          what: joinedText(
            sentence,
            fallText(
              failed.map((id) => recordName(context.network, id)),
              falls,
            ),
          ),
        }
      } else if (judged.verdict === 'unknown') {
        yield { subjects: [requirement.id], severity: 'info', ...unknownText(sentence, judged) }
      }
    }
  },
}

function fallText(failed: readonly string[], falls: readonly string[]): LocalText {
  const named = shown(falls)
  return failed.length === 0
    ? text(`broken already: ${named.en}`, `目前已不满足：${named.zh}`)
    : text(`${failed.join(' and ')} down breaks ${named.en}`, `${failed.join('、')} 故障会中断 ${named.zh}`)
}

function unknownText(sentence: LocalText, judged: Unknown): Pick<Violation, 'what' | 'key'> {
  return { what: joinedText(sentence, unknownBecause(judged)), key: judged.why }
}

function unknownBecause(judged: Unknown): LocalText {
  if (judged.why === 'not-simulated') {
    const named = shown(judged.about)
    return text(
      `unknown: nothing is known to break it, but the state of ${named.en} is not known`,
      `未知：${named.zh} 的状态未知`,
    )
  }
  const { tried, done, of } = judged
  return tried === 'ways'
    ? text(
        `unknown: it is about ${of} ways, too many to follow while drawing; ${done} were followed`,
        `未知：涉及 ${of} 条路径，绘制时无法全部计算；已计算 ${done} 条`,
      )
    : text(
        `unknown: nothing breaks it among the ${done} failures that were tried, of at least ${of}; more take too long while drawing`,
        `未知：至少有 ${of} 种故障需要尝试，已尝试的 ${done} 种均不影响；绘制时不再继续`,
      )
}

function joinedText(sentence: LocalText, rest: LocalText): LocalText {
  return text(`“${sentence.en}”: ${rest.en}`, `“${sentence.zh}”：${rest.zh}`)
}

function shown(names: readonly string[]): LocalText {
  const more = names.length - mostNames
  const first = names.slice(0, mostNames)
  if (more <= 0) return text(first.join(', '), first.join('、'))
  return text(`${first.join(', ')} and ${more} more`, `${first.join('、')}等 ${names.length} 个`)
}

const subjectEmpty: Rule = {
  id: 'requirement/subject-empty',
  wide: everything,
  severity: 'warning',
  title: text('A requirement about nothing', '需求没有对象'),
  why: text(
    'It is kept whatever happens, because nothing in the network is what it speaks of.',
    '网络中没有该需求所指的对象，因此它总是满足，没有意义。',
  ),
  remedy: text('Choose other devices or protocols, or delete the requirement.', '请选择其他设备或协议，或删除该需求。'),
  source: 'inferred: a requirement selects sessions or devices of the design',
  *run(context: RuleContext) {
    for (const requirement of Object.values(context.network.requirements).sort(byId)) {
      if (demandedBy(context, requirement).length > 0) continue
      const sentence = requirementText(context.network, requirement)
      yield {
        subjects: [requirement.id],
        what: joinedText(sentence, text('there is nothing of the kind', '没有这样的对象')),
      }
    }
  },
}

export const requirementRules: readonly Rule[] = [broken, subjectEmpty]

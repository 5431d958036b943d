import { cruise } from 'dependency-cruiser'
import { climbRule, climbsFreely, rules } from './rules.mjs'

/**
 * @typedef {{ rule: string, from: string, to: string, comment: string }} Violation
 * @typedef {{ modules: readonly string[], arrows: number, violations: readonly Violation[] }} Survey
 */

/**
 * Looks at every module below a folder that is laid out like this repository.
 *
 * @param {string} root
 * @returns {Promise<Survey>} `arrows` counts the imports that cross from one workspace to another, so that a
 *   resolver that silently follows nothing is noticed
 */
export async function survey(root) {
  const { output } = await cruise(
    ['packages', 'apps', 'prisma', 'e2e'],
    {
      baseDir: root,
      ruleSet: { forbidden: [...rules] },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '(^|/)(\\.next|\\.turbo|dist|coverage|test-results)/' },
    },
    {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mts', '.d.ts', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  )
  if (typeof output === 'string') throw new Error(`dependency-cruiser answered text: ${output}`)
  const own = output.modules.filter((module) => /^(packages|apps|prisma|e2e)\//.test(module.source))
  const imports = own.flatMap((module) =>
    module.dependencies.map((dependency) => ({ from: module.source, dependency })),
  )
  const climbs = imports
    .filter(({ from, dependency }) => dependency.module.startsWith('../../../') && !climbsFreely.test(from))
    .map(({ from, dependency }) => ({ rule: climbRule.name, from, to: dependency.module, comment: climbRule.comment }))
  const broken = output.summary.violations.map((violation) => ({
    rule: violation.rule.name,
    from: violation.from,
    to: violation.cycle ? violation.cycle.map((step) => step.name).join(' → ') : violation.to,
    comment: rules.find((rule) => rule.name === violation.rule.name)?.comment ?? '',
  }))
  return {
    modules: own.map((module) => module.source),
    arrows: imports.filter(({ from, dependency }) => crosses(from, dependency.resolved)).length,
    violations: [...broken, ...climbs],
  }
}

/** @param {string} from @param {string} to */
function crosses(from, to) {
  const workspace = /^(packages\/[^/]+|apps\/[^/]+|prisma|e2e)\//
  const home = workspace.exec(from)?.[1]
  const target = workspace.exec(to)?.[1]
  return target !== undefined && target !== home
}

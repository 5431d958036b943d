import type { FeatureKey } from '../catalog'
import { featureSupport, featureTitle } from '../catalog'
import type { Device } from '../model'
import { text } from '../model'
import type { Fact } from './facts'
import { fact } from './facts'

/** What the manual says about a model and a feature: yes, no, nothing about this model, or nobody knows the model. */
export function supportFact(device: Device, feature: FeatureKey): Fact {
  const { answer } = featureSupport(device, feature)
  const { name, model } = device
  const title = featureTitle(feature)
  switch (answer) {
    case 'supported':
      return fact('model-support', 'yes', [device.id], () =>
        text(
          `The manual lists ${model} (${name}) for ${title.en}.`,
          `手册将 ${model}（${name}）列为支持${title.zh}的型号。`,
        ),
      )
    case 'unsupported':
      return fact('model-support', 'unknown', [device.id], () =>
        text(
          `The manual does not list ${model} (${name}) for ${title.en}.`,
          `手册未将 ${model}（${name}）列为支持${title.zh}的型号。`,
        ),
      )
    case 'undocumented':
    case 'unknown':
      return {
        ...fact('model-support', 'yes', [device.id], () =>
          text(
            `No manual at hand speaks of ${model} (${name}); ${title.en} is taken for granted.`,
            `现有手册未涉及 ${model}（${name}），此处假定其支持${title.zh}。`,
          ),
        ),
        assurance: 'assumed',
      }
  }
}

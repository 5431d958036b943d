import { configDrift } from '../src/config-drift'
import { newFabric } from '../src/edit'
import { takeRunning } from '../src/take-running'
import { configTexts } from './compiled-configs'
for (const leaves of [400]) {
  const design = newFabric({ spines: 2, leaves, pairs: 1, servers: 2, underlay: 'ospf', seed: 1 })
  const texts = configTexts(design.network)
  const leaf = Object.values(design.network.devices).find((d) => d.role === 'leaf')!
  const text = texts.get(leaf.name)!.replace(' undo portswitch\n', ' undo portswitch\n mtu 9100\n').replace('#\nreturn', '#\nntp unicast-server 10.9.9.9\n#\nreturn')
  const files = [{ name: `${leaf.name}.cfg`, text }]
  for (let i = 0; i < 2; i++) {
    let t = performance.now()
    const d = configDrift(design, files)
    const drift = performance.now() - t
    t = performance.now()
    const r = takeRunning(design, files, { deviceIds: [leaf.id] })
    console.log(leaves, 'drift', Math.round(drift), 'take', Math.round(performance.now() - t), r.ok && r.left.length, r.ok && r.command.commands?.length)
  }
}

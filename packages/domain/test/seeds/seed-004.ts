import type { Design } from '../../src/model'
import { seedDesign } from './seed-design'

/**
 * MP-EBGP between PEs of two ASs, the way the routers' guide builds it: each ASBR announces the LoopBacks of its
 * PEs and reflector to the other AS, PEs and reflectors then peer over several hops. AS 100 writes its numbers
 * plainly, AS 1.200 dotted.
 */
export function seed004Design(): Design {
  return seedDesign(`
    ${as('1', 100, 'plain')}
    ${as('2', 65736, 'dotted')}
    link asbr1 GigabitEthernet0/1/2 10.34.9.1/30 -- asbr2 GigabitEthernet0/1/2 10.34.9.2/30
    peering asbr1 GigabitEthernet0/1/2 -- asbr2 GigabitEthernet0/1/2 id asbrs

    # PEs of both ASs, and their reflectors.
    peering pe1 lo1 -- pe2 lo1 id pes families vpnv4,vpnv6 hops 10
    peering rr1 lo1 -- rr2 lo1 id reflectors families vpnv4,vpnv6 hops 10 left.nextHopInvariable true right.nextHopInvariable true
  `)
}

/** A PE, an ASBR and a reflector of one AS; the ASBR announces the LoopBacks of the other two. */
function as(n: '1' | '2', number: number, notation: 'plain' | 'dotted'): string {
  return `
    pe${n} NE40E-X8 as ${number} lo1 10.34.${n}.1/32
    rr${n} NE40E role route-reflector as ${number} lo1 10.34.${n}.2/32
    asbr${n} NE40E role asbr as ${number} lo1 10.34.${n}.3/32 announce 10.34.${n}.1/32,10.34.${n}.2/32
    ${['pe', 'rr', 'asbr'].map((each) => (notation === 'plain' ? `set device:${each}${n} {"asNotationPlain":true}` : '')).join('\n')}
    link pe${n} GigabitEthernet0/1/0 10.34.1${n}.1/30 -- asbr${n} GigabitEthernet0/1/0 10.34.1${n}.2/30
    link rr${n} GigabitEthernet0/1/0 10.34.1${n}.5/30 -- asbr${n} GigabitEthernet0/1/1 10.34.1${n}.6/30
    underlay ospf pe${n} rr${n} asbr${n}
    peering pe${n} lo1 -- asbr${n} lo1 id pe-asbr-${n} next-hop-local right
    peering rr${n} lo1 -- asbr${n} lo1 id rr-asbr-${n} next-hop-local right
    peering pe${n} lo1 -- rr${n} lo1 id pe-rr-${n} families vpnv4,vpnv6 rr right right.nextHopInvariable true`
}

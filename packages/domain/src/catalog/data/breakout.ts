import type { Breakout } from '../types'

const source = 'CR port_split.md; CG Configuring_Optical_Interface_Split.md'

/** Named on the page as models whose ports cannot be split; the -K variants by inference. */
export const noSplit: Breakout = { splitTypes: {}, source }

/** Only `4*25GE` stands in a vendor example; the other spellings follow its pattern and are a guess. */
export const splitUpTo200Ge: Breakout = {
  splitTypes: { '100GE': ['4*25GE', '2*50GE'], '200GE': ['2*100GE', '4*50GE'] },
  source,
}

export const splitUpTo400Ge: Breakout = {
  splitTypes: { ...splitUpTo200Ge.splitTypes, '400GE': ['4*100GE', '2*200GE'] },
  source,
}

/** Of ports 1 to 32 an odd one may be split, and then the even one after it is gone. */
export const splitOddPorts: Breakout = {
  splitTypes: { '100GE': ['4*25GE'] },
  oddOnly: { first: 1, last: 32 },
  source,
}

/** Everything in view, beside the map and below the bar of the selection. */
export const fitOptions = {
  padding: { top: '56px', right: '160px', bottom: '32px', left: '32px' },
  maxZoom: 1.1,
} as const

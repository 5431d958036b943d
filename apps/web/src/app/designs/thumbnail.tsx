/** The saved picture of a design, drawn as an image so that nothing in it can run. */
export function Thumbnail({ svg }: { readonly svg: string | undefined }) {
  return (
    <div className="grid h-32 grid-rows-1 place-items-center bg-sunken">
      {svg ? (
        // biome-ignore lint/performance/noImgElement: a data URL has nothing for an image optimiser to do
        <img
          src={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`}
          alt=""
          className="h-full w-full object-contain p-2"
        />
      ) : (
        <svg viewBox="0 0 96 56" className="h-14 text-line-strong" aria-hidden>
          <g fill="none" stroke="currentColor" strokeWidth="2">
            <path
              d="M24 14 L16 42 M24 14 L48 42 M24 14 L80 42 M72 14 L16 42 M72 14 L48 42 M72 14 L80 42"
              opacity=".5"
            />
            <rect x="14" y="8" width="20" height="12" rx="2" />
            <rect x="62" y="8" width="20" height="12" rx="2" />
            <rect x="6" y="36" width="20" height="12" rx="2" />
            <rect x="38" y="36" width="20" height="12" rx="2" />
            <rect x="70" y="36" width="20" height="12" rx="2" />
          </g>
        </svg>
      )}
    </div>
  )
}

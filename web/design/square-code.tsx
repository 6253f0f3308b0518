import type { FC } from 'hono/jsx'
import { encode } from 'uqr'

/** White around the code, in its own squares; with less a camera does not find it. */
const BORDER = 4

/**
 * A text as a square code (QR) that a phone can read, dark on white whatever the colours of the page. `label` says what it
 * is for who does not see it; offer the same another way beside it.
 */
export const SquareCode: FC<{ text: string; label: string }> = ({ text, label }) => {
  const { size, data } = encode(text, { ecc: 'M', border: BORDER })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg class="square-code" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  )
}

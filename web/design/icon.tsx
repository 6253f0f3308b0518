import type { FC } from 'hono/jsx'

/** Signs of one line weight on a grid of 24, drawn for Voorveld. A sign stands beside words and never instead of them. */
const paths = {
  today: 'M4 6h16v14H4zM4 10h16M8 3.5V7M16 3.5V7M9 15l2.2 2.2L15.5 13',
  requests: 'M4 5h16v11h-8.5L7 20v-4H4z',
  trajectories: 'M3.5 19V6h6l2 2.5h9V19z',
  plans: 'M10 6.5h10M10 12h10M10 17.5h10M3.8 6.5l1.2 1.3 2.2-2.6M3.8 12l1.2 1.3 2.2-2.6M4.4 17.5h2',
  agenda: 'M12 3.8a8.2 8.2 0 1 1 0 16.4a8.2 8.2 0 0 1 0-16.4M12 7.5V12l3 2',
  volunteers: 'M12 20C6.5 16 3.6 12.8 3.6 9.3A4.3 4.3 0 0 1 12 7.8a4.3 4.3 0 0 1 8.4 1.5C20.4 12.8 17.5 16 12 20z',
  place: 'M12 21c-4-4.6-6-8-6-11a6 6 0 0 1 12 0c0 3-2 6.4-6 11zM12 8.2a2 2 0 1 1 0 4a2 2 0 0 1 0-4',
  figures: 'M4 4v16h16M7.5 15.5l3.6-4.6 3 2.4 5-6.3',
  reports: 'M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5M9 12h6.5M9 15.5h6.5',
  imports: 'M12 4v10.5M8 11l4 3.8 4-3.8M4 15v5h16v-5',
  export: 'M12 15V4.5M8 8l4-3.8L16 8M4 15v5h16v-5',
  passport: 'M6 3.5h12v17H6zM12 7.8a2.6 2.6 0 1 1 0 5.2a2.6 2.6 0 0 1 0-5.2M9 16.8h6',
  people:
    'M9 5.2a3 3 0 1 1 0 6a3 3 0 0 1 0-6M3.5 19.5c0-3.2 2.4-5.3 5.5-5.3s5.5 2.1 5.5 5.3M15.5 5.6a2.9 2.9 0 0 1 0 5.4M17 14.6c2.2.7 3.6 2.5 3.6 4.9',
  person: 'M12 4.6a3.6 3.6 0 1 1 0 7.2a3.6 3.6 0 0 1 0-7.2M5 20c0-3.8 3-6.2 7-6.2s7 2.4 7 6.2',
  settings:
    'M4 7h9M17 7h3M15 4.8a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 0 1 0-4.4M4 17h3M11 17h9M9 14.8a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 0 1 0-4.4',
  organisations: 'M4 20V8l8-4.5L20 8v12M2.5 20h19M9.5 20v-5h5v5M8.5 11h1M14.5 11h1',
  search: 'M10.5 4.5a6 6 0 1 1 0 12a6 6 0 0 1 0-12M15 15l5 5',
  more: 'M4 7h16M4 12h16M4 17h16',
  back: 'M20 12H4.5M10 6l-6 6 6 6',
  onward: 'M4 12h15.5M14 6l6 6-6 6',
  open: 'M9 5.5l6.5 6.5L9 18.5',
  down: 'M5.5 9l6.5 6.5L18.5 9',
  check: 'M4.5 12.5l5 5.5L19.5 6.5',
  up: 'M6 18L18 6M9.5 6H18v8.5',
  fall: 'M6 6l12 12M18 9.5V18H9.5',
  level: 'M4 12h15.5M14 6.5l5.5 5.5-5.5 5.5',
  eye: 'M2.5 12C5 7.6 8.2 5.5 12 5.5s7 2.1 9.5 6.5c-2.5 4.4-5.7 6.5-9.5 6.5S5 16.4 2.5 12zM12 9a3 3 0 1 1 0 6a3 3 0 0 1 0-6',
  lock: 'M5.5 11h13v9h-13zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
} as const

export type IconName = keyof typeof paths

/** A small sign, silent for a screen reader because the words beside it say the same. */
export const Icon: FC<{ name: IconName }> = ({ name }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={paths[name]} />
  </svg>
)

import type { FC } from 'hono/jsx'

/** Two houses with one path between them, and a cat that lives in both. */
export const TwoHouses: FC = () => (
  <svg class="drawing two-houses" viewBox="0 0 420 170" aria-hidden="true" focusable="false">
    <path class="teal" d="M14 138c70-14 320-16 394 2c-40 24-330 26-394-2z" />
    <path class="sand" d="M46 72h74v68H46z" />
    <path class="teal" d="M306 66h72v72h-72z" />
    <path d="M40 78L83 38l43 40M46 74v64h74V74" />
    <path d="M72 138v-26h22v26M58 88h14v14H58zM108 50v-14h9v23" />
    <path d="M299 72l43-42 43 42M306 68v68h72V68" />
    <path d="M331 136v-26h22v26M318 84h14v14h-14zM352 84h14v14h-14z" />
    <path class="thin" d="M84 142c40 18 214 18 258 0" />
    <path class="sheet" d="M196 148c-4-20 2-32 15-32s19 12 15 32z" />
    <path d="M196 148c-4-20 2-32 15-32s19 12 15 32zM202 118l-3-11 9 6M220 118l3-11-9 6M226 146c11 2 14-8 9-14" />
    <path class="thin" d="M207 125v1M215 125v1M209 131c1 2 4 2 5 0" />
  </svg>
)

import type { FC } from 'hono/jsx'

/** A bicycle against a fence, a bag with headphones on the ground, and two roofs far apart: somebody who comes and goes. */
export const BicycleOutside: FC = () => (
  <svg class="drawing bicycle" viewBox="0 0 440 190" aria-hidden="true" focusable="false">
    <path class="teal" d="M10 160c90-12 330-14 420 1c-52 22-366 22-420-1z" />
    <FarAway />
    <Bicycle />
    <Bag />
  </svg>
)

const FarAway: FC = () => (
  <g>
    <path class="thin" d="M10 92c36-3 70-4 104-3M318 90c38-2 76-1 112 2" />
    <path class="sand" d="M40 72h34v18H40z" />
    <path class="thin" d="M34 74l23-18 23 18M40 72v18M74 72v17" />
    <path class="light" d="M368 68h32v22h-32z" />
    <path class="thin" d="M362 71l22-19 22 19M368 68v22M400 68v22" />
    <path d="M112 160V84M316 160V82M112 98c68-3 136-3 204-1M112 126c68-3 136-3 204-1" />
  </g>
)

const Bicycle: FC = () => (
  <g>
    <path class="paper" d="M170 110a27 27 0 1 0 .1 0zM262 110a27 27 0 1 0 .1 0z" />
    <path d="M170 110a27 27 0 1 0 .1 0zM262 110a27 27 0 1 0 .1 0z" />
    <path d="M170 137l22-44h52l-30 44zM192 93l22 44M244 93l18 44M188 84l4 9M178 84h20M240 82l4 11M240 82c8-3 15-2 20 3" />
    <path class="thin" d="M214 131a6 6 0 1 0 .1 0zM214 143l8 7M217 151h10" />
  </g>
)

const Bag: FC = () => (
  <g>
    <path class="sand" d="M338 168c-3-22-1-38 5-46 8-8 26-8 33 0 6 9 8 26 5 46z" />
    <path d="M338 168c-3-22-1-38 5-46 8-8 26-8 33 0 6 9 8 26 5 46zM351 117c0-10 17-10 17 0" />
    <path class="thin" d="M344 146c10-3 22-3 31 0v16c-10 2-21 2-30 0zM354 152h11" />
    <path d="M392 168c-2-24 26-24 24 0" />
    <path class="teal" d="M388 158h8v13h-8zM412 158h8v13h-8z" />
    <path class="thin" d="M388 158h8v13h-8zM412 158h8v13h-8z" />
  </g>
)

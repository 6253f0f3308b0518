import type { FC } from 'hono/jsx'

/** The mark: a house on the horizon, and the furrows of the field before it. */
export const Mark: FC = () => (
  <svg class="mark" viewBox="0 0 32 24" aria-hidden="true" focusable="false">
    <path d="M12 10V6.2l4-3.7 4 3.7V10M2 10.4c4-.4 7-.5 10-.5h8c3 0 6 .1 10 .5" />
    <path d="M16 14v7.5M13.4 13.6l-4.8 7.7M18.6 13.6l4.8 7.7M10.8 13.2l-8 5.4M21.2 13.2l8 5.4" />
  </svg>
)

/** A kitchen table with two mugs and a letter, a window on the street, and the cat who lives there. */
export const TableByTheWindow: FC = () => (
  <svg class="drawing" viewBox="0 0 560 470" aria-hidden="true" focusable="false">
    <Window />
    <Chairs />
    <Table />
    <OnTheTable />
  </svg>
)

const Window: FC = () => (
  <g>
    <path class="light" d="M183 26l197 3 2 186-201 2z" />
    <path class="teal" d="M182 172c34-22 63-6 96-20 40-16 70-7 104-18l1 84-202 2z" />
    <path d="M190 22c66-2 131-1 198 1 2 65 1 129-1 195-66 1-131 1-198-1-2-65-1-130 1-195z" />
    <path class="thin" d="M288 22c-1 65 0 130 1 196M190 104c66 1 132-1 197 1" />
    <path class="sheet thin" d="M236 192v-26l19-16 19 17v25M230 171l25-22 25 22M250 192v-13h11v13" />
    <path class="thin" d="M305 190v-34M305 168l8-7M305 138c-10 0-15 7-14 13 1 7 7 8 14 8s13-2 13-8c1-7-4-13-13-13z" />
    <path class="sheet" d="M172 219c78-3 156-2 234 0l1 13c-79 2-157 2-236 0z" />
    <path class="sand" d="M195 197h27l-4 22h-19z" />
    <path
      class="thin"
      d="M196 197h27l-5 22h-17zM209 197c0-11-2-18-6-25M210 189c3-8 8-13 15-15-1 8-6 13-14 16M207 183c-6-4-12-4-17 0 4 6 11 7 18 3"
    />
    <g transform="translate(-20 0)">
      <Cat />
    </g>
  </g>
)

const Cat: FC = () => (
  <g>
    <path class="paper" d="M341 219c-8-12-8-30 3-41l-3-21 12 8c5-1 10-1 15 0l11-9-1 21c11 12 13 29 5 42z" />
    <path class="thin" d="M352 205c1 5 1 10 1 14M369 205c0 5 0 10-1 14" />
    <path class="thin" d="M354 178v1M367 178v1M358 185l2.5 2 2.5-2" />
    <path d="M386 214c13 0 17 12 13 24-4 10-2 17 6 18" />
  </g>
)

const Chairs: FC = () => (
  <g>
    <path class="sheet" d="M72 206c28-9 58-9 86-1l-1 19c-28-7-56-7-84 1z" />
    <path d="M80 224l8 96M150 223l-6 97M103 220l4 100M126 220l-1 100" />
    <path class="sheet" d="M424 238c24-6 48-6 72 0v16c-24-5-48-5-72 0z" />
    <path d="M430 255l5 66M490 255l-5 66" />
    <path d="M432 282c18-4 37-4 56 0M434 303c17-3 35-3 52 0" />
  </g>
)

const Table: FC = () => (
  <g>
    <path class="sand" d="M88 328l388-3 52 61-488 4z" />
    <path d="M84 322c131-3 261-2 391-1 17 20 33 40 49 61-163 3-326 3-488 1 15-21 31-41 48-61z" />
    <path class="sheet" d="M36 383c162 2 325 2 488-1l-1 17c-162 3-324 3-486 1z" />
    <path d="M64 401l12 62M92 401l-2 62M470 401l2 62M497 400l-13 63" />
    <path class="thin" d="M14 464c34-3 69-2 104-1M440 463c35-2 71-1 106 1" />
  </g>
)

const OnTheTable: FC = () => (
  <g>
    <path class="teal" d="M143 311h44l-5 40h-34z" />
    <path
      class="thin"
      d="M140 307c15-5 31-5 46 0-1 14-3 27-6 40-11 5-23 5-34 0-3-13-5-26-6-40zM141 308c14 5 30 5 44 0M185 315c14-3 18 19-3 22"
    />
    <path class="thin" d="M157 295c-5-8 6-12 1-21M171 294c-4-7 5-11 1-19" />
    <path
      class="sheet thin"
      d="M377 306c15-5 31-5 46 0-1 14-3 27-6 40-11 5-23 5-34 0-3-13-5-26-6-40zM378 307c14 5 30 5 44 0M378 314c-14-3-18 19 3 22"
    />
    <path class="sheet thin" d="M242 330l76-3 22 42-92 4z" />
    <path class="thin" d="M256 340l46-2M258 349l56-2M260 358l40-2" />
    <path class="sheet thin" d="M206 338l6-5 24 17-6 6zM236 350l5 8-11-2" />
    <path class="teal" d="M336 349l36-4 7 18-37 4z" />
    <path class="thin" d="M339 346l36-4 7 17-37 4zM339 346l23 8 13-12" />
  </g>
)

/** A pen stroke under a greeting. */
export const Flourish: FC = () => (
  <svg class="flourish" viewBox="0 0 150 20" aria-hidden="true" focusable="false">
    <path d="M3 13c12-7 22-9 29-6 8 4-5 13-8 7-2-6 13-10 22-7 9 4-3 12-6 7-2-6 16-8 31-5 24 4 48 3 75-1" />
  </svg>
)

/** An empty in-tray, for a list that holds nothing yet. */
export const EmptyTray: FC = () => (
  <svg class="drawing" viewBox="0 0 240 130" aria-hidden="true" focusable="false">
    <path class="sand" d="M34 74l176-2 18 46-206 3z" />
    <path d="M28 70c61-2 123-2 184-1 6 15 12 30 17 45-72 3-145 3-218 1 5-15 11-30 17-45z" />
    <path d="M28 70c4-10 8-20 13-29 53-2 106-2 158 0 5 9 9 18 13 28" />
    <path class="thin" d="M11 115c28 3 190 3 218-1M76 86c2 8 7 11 16 11h56c9 0 14-3 16-11" />
    <path class="teal" d="M104 18l36-2 3 18-38 2z" />
    <path class="thin" d="M101 14c13-2 26-2 38-2l3 19c-13 2-26 2-38 2zM102 15c7 7 13 11 20 11s12-5 17-13" />
  </svg>
)

import type { Cell } from './cell.ts'

/** Adds jumps of the same figure on the same day together, so that those of many trajectories stay few. */
export function cellSums() {
  const sums = new Map<string, Cell>()
  return {
    add: (cells: Iterable<Cell>): void => {
      for (const cell of cells) {
        const key = [cell.measure, cell.grouping, cell.key, cell.holdsOn].join('\n')
        const known = sums.get(key)
        sums.set(key, { ...cell, n: (known?.n ?? 0) + cell.n, families: (known?.families ?? 0) + cell.families })
      }
    },
    /** What was added so far; jumps that came to nothing are left out. */
    all: (): Cell[] => [...sums.values()].filter((cell) => cell.n !== 0 || cell.families !== 0),
  }
}

/** The items in groups of at most `size`, in their order, each made when it is asked for. */
export function* inChunks<Item>(items: Iterable<Item>, size: number): Generator<Item[], void> {
  let chunk: Item[] = []
  for (const item of items) {
    chunk.push(item)
    if (chunk.length < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

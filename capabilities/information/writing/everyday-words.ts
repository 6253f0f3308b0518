import { z } from 'zod'

/** Office words that mean the same, and the everyday word for them. A form that ends in `*` goes on with any letters. */
export const everydayWordsFormat = z
  .strictObject({ words: z.array(z.tuple([z.string().min(1), z.string().min(1)])).min(1) })
  .readonly()

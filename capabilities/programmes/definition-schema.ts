import { z } from 'zod'
import { programmeFormat } from './definition.ts'

/**
 * The format as JSON Schema 2020-12, for editors and other systems. It says what has which shape; that codes point at
 * something that is there, only `checkDefinition` says.
 */
export const definitionSchema = (): unknown => z.toJSONSchema(programmeFormat, { io: 'input', target: 'draft-2020-12' })

import { writeFileSync } from 'node:fs'
import { definitionSchema } from '../capabilities/programmes/definition-schema.ts'

// Writes the published JSON Schema of programme definitions anew, after a change of the format.
// Format it afterwards: `npx biome format --write docs/programme-definition.schema.json`.

writeFileSync('docs/programme-definition.schema.json', `${JSON.stringify(definitionSchema(), null, 2)}\n`)

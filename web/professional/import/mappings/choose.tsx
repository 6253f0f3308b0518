import type { MappingChoice } from '../../../../capabilities/imports/choosing/queries.ts'
import type { Id } from '../../../../foundation/id.ts'
import { Button, ButtonRow } from '../../../design/button.tsx'
import { SelectField } from '../../../design/field.tsx'
import { links } from '../../../links.ts'
import type { PageRequest } from '../../../shell/guarded.ts'
import { mappingWords } from '../../../words/import-mappings.ts'
import { savedBy, savedOn } from './saved.ts'

type Props = { page: PageRequest; importId: Id; mappings: MappingChoice }

/** The mappings of the organisation that know a column of this file; choosing one only fills in the form below. */
export const ChooseMapping = ({ page, importId, mappings: { saved, used } }: Props) => {
  const words = mappingWords[page.lang]
  if (saved.length === 0) return null
  return (
    <form method="get" action={links.importColumns(importId)} class="form">
      <SelectField
        name="indeling"
        label={words.use}
        hint={words.useHint}
        value={used ?? ''}
        options={[
          { value: '', label: words.none },
          ...saved.map((one) => ({
            value: one.id,
            label: words.saved(one.name, savedBy(page.lang, one), savedOn(page.lang, one)),
          })),
        ]}
      />
      <ButtonRow>
        <Button look="plain">{words.apply}</Button>
        <a href={links.importMappings()}>{words.toList}</a>
      </ButtonRow>
    </form>
  )
}

import type { FC } from 'hono/jsx'
import type { Village } from '../../../capabilities/access/queries.ts'
import { ACCESSES, DOMAINS } from '../../../capabilities/directory/card.ts'
import type { Choice } from '../../../capabilities/directory/choosing.ts'
import { Button } from '../../design/button.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { FieldRow, SelectField, TextField } from '../../design/field.tsx'
import { type Here, links } from '../../links.ts'
import { offerWords } from '../../words/offers.ts'

type Props = {
  here: Here
  villages: readonly Village[]
  choice?: Choice
  typedAge?: string
  /** Why what was typed is no age. */
  ageFault?: string | undefined
}

/** Narrows the list by village, part of life, age and access. */
export const ChoiceForm: FC<Props> = ({ here, villages, choice, typedAge, ageFault }) => {
  const words = offerWords[here.lang]
  const any = (label: string) => ({ value: '', label })
  return (
    <section class="part" aria-labelledby="zoek-passend">
      <header>
        <h2 id="zoek-passend">{words.narrow}</h2>
        <p class="small soft">{words.notKept}</p>
      </header>
      <form method="post" action={links.offers(here)} class="choose-offer">
        <ErrorSummary lang={here.lang} errors={ageFault === undefined ? [] : [{ field: 'age', message: ageFault }]} />
        <FieldRow>
          <SelectField
            name="village"
            label={words.village}
            value={choice?.village}
            options={[any(words.anyVillage), ...villages.map(({ code, name }) => ({ value: code, label: name }))]}
          />
          <SelectField
            name="domain"
            label={words.domain}
            value={choice?.domain}
            options={[any(words.anyDomain), ...DOMAINS.map((code) => ({ value: code, label: words.domains[code] }))]}
          />
          <SelectField
            name="access"
            label={words.accessAsked}
            value={choice?.access}
            options={[any(words.anyAccess), ...ACCESSES.map((code) => ({ value: code, label: words.accesses[code] }))]}
          />
          <TextField
            name="age"
            label={words.age}
            hint={words.ageHint}
            value={typedAge?.slice(0, 10)}
            error={ageFault}
            autocomplete="off"
          />
        </FieldRow>
        <Button>{words.show}</Button>
      </form>
    </section>
  )
}

import { expect, test } from 'vitest'
import { CheckboxGroup, RadioGroup } from './choices.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { CodeField, DayField, FileField, PasswordField, SelectField, TextArea, TextField } from './field.tsx'

const asked = { name: 'dorp', label: 'In welk dorp woon je?', hint: 'Denk aan je post.', error: 'Kies een dorp.' }
const options = [{ value: 'a', label: 'Dorp' }]

const fields = {
  text: <TextField {...asked} />,
  password: <PasswordField {...asked} autocomplete="current-password" />,
  code: <CodeField {...asked} />,
  file: <FileField {...asked} accept=".csv" />,
  day: <DayField {...asked} value="2026-03-03" />,
  area: <TextArea {...asked} value="<b>" />,
  select: <SelectField {...asked} options={options} value="a" />,
}

test.each(Object.entries(fields))('a %s field reads its help and what is not right yet along with it', (_, field) => {
  const html = String(field)
  expect(html).toMatch(/<label[^>]*for="dorp">In welk dorp woon je\?<\/label>/)
  expect(html).toMatch(
    /<(input|textarea|select)[^>]*id="dorp"[^>]*aria-describedby="dorp-hint dorp-error" aria-invalid="true"/,
  )
  expect(html).toContain('id="dorp-hint"')
  expect(html).toMatch(/id="dorp-error"[^>]*>Kies een dorp\./)
  expect(html).not.toMatch(/\sstyle=/)
})

test('a field without help or fault points nowhere', () => {
  expect(String(<TextField name="naam" label="Naam" />)).not.toMatch(/aria-|hint|why/)
})

test('a group of choices has its question as legend, and its first choice carries the id that a summary links to', () => {
  const html = String(<RadioGroup {...asked} choices={[...options, { value: 'b', label: 'Hoeve' }]} value="b" />)
  expect(html).toContain('<legend')
  expect(html).toMatch(/aria-describedby="dorp-hint dorp-error"/)
  expect(html).toMatch(/<input id="dorp"[^>]*value="a"/)
  expect(html).toMatch(/<input id="dorp-2"[^>]*value="b" checked=""/)
})

test('more than one box can be ticked', () => {
  const html = String(
    <CheckboxGroup name="x" label="X" choices={[...options, { value: 'b', label: 'B' }]} values={['a', 'b']} />,
  )
  expect(html.match(/checked=""/g)).toHaveLength(2)
})

test('the summary of what is not right yet takes the focus and links to each field', () => {
  const html = String(
    <ErrorSummary lang="nl" errors={[{ field: 'dorp', message: 'Kies een dorp.' }, { message: 'Nog iets.' }]} />,
  )
  expect(html).toMatch(/role="alert" tabindex="-1" autofocus=""/)
  expect(html).toContain('2 dingen kloppen nog niet')
  expect(html).toContain('<a href="#dorp">Kies een dorp.</a>')
  expect(String(<ErrorSummary lang="nl" errors={[]} />)).toBe('')
})

import type { Child, FC } from 'hono/jsx'
import { Button, ButtonRow } from '../design/button.tsx'
import { Details } from '../design/details.tsx'
import { ErrorSummary, type FieldError } from '../design/error-summary.tsx'
import { CodeField, PasswordField, TextField } from '../design/field.tsx'
import { Icon } from '../design/icon.tsx'
import { BackLink } from '../design/paging.tsx'
import { SquareCode } from '../design/square-code.tsx'
import { signInWords } from '../words/sign-in.ts'
import type { Lang } from '../words/words.ts'
import { Organisations, type OtherWays, WentOut, WithKey } from './other-ways.tsx'

/** Somebody of the demo, who signs in with one press. */
export type DemoPerson = {
  value: string
  name: string
  role: string
  place: string
  group: 'first' | 'asks' | 'helps' | 'steers'
}

export type DemoGroups = Readonly<Record<DemoPerson['group'], string>>

export type SignInViewProps = OtherWays & {
  lang: Lang
  action: string
  homeHref: string
  /** Where to go afterwards; sent along as `terug`. */
  back?: string | undefined
  /** What was typed, after a refusal; never the password. */
  email?: string | undefined
  errors: readonly FieldError[]
  /** In demo mode: a press sends `persoon` to `action` of the demo. */
  demo?: { action: string; people: readonly DemoPerson[]; headings: DemoGroups } | undefined
}

/** E-mail address and password; in demo mode first the people one can be. */
export const SignInView: FC<SignInViewProps> = (props) => {
  const words = signInWords[props.lang]
  return (
    <Question notes={<SignInNotes {...props} />}>
      {props.demo === undefined ? (
        <>
          <h1>{words.title}</h1>
          <WentOut {...props} />
          <p class="soft">{words.intro}</p>
          <PasswordForm {...props} />
          <WithKey {...props} />
          <Organisations {...props} />
        </>
      ) : (
        <>
          <h1>{words.demoTitle}</h1>
          <WentOut {...props} />
          <p class="soft">{words.demoText}</p>
          <DemoPeople {...props.demo} back={props.back} />
          <Details summary={words.demoOwn} isOpen={props.errors.length > 0}>
            <PasswordForm {...props} />
          </Details>
          <WithKey {...props} />
          <Organisations {...props} />
        </>
      )}
    </Question>
  )
}

/** A task with notes in the margin. */
const Question: FC<{ children: Child; notes: Child }> = ({ children, notes }) => (
  <div class="question">
    <div>{children}</div>
    <aside class="margin-note">{notes}</aside>
  </div>
)

const Note: FC<{ title: string; text: string; href?: string; link?: string }> = ({ title, text, href, link }) => (
  <section>
    <h2>{title}</h2>
    <p>
      {text}
      {href === undefined ? null : (
        <>
          {' '}
          <a href={href}>{link}</a>
        </>
      )}
    </p>
  </section>
)

const SignInNotes: FC<SignInViewProps> = ({ lang, homeHref }) => {
  const words = signInWords[lang]
  return (
    <>
      <Note title={words.resident} text={words.residentText} href={homeHref} link={words.home} />
      <Note title={words.noAccount} text={words.noAccountText} />
    </>
  )
}

const Back: FC<{ back: string | undefined }> = ({ back }) =>
  back === undefined ? null : <input type="hidden" name="terug" value={back} />

const errorOf = (errors: readonly FieldError[], field: string): string | undefined =>
  errors.find((error) => error.field === field)?.message

const PasswordForm: FC<SignInViewProps> = ({ lang, action, back, email, errors }) => {
  const words = signInWords[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <confirm-once>
        <form method="post" action={action}>
          <Back back={back} />
          <TextField
            name="email"
            label={words.email}
            type="email"
            value={email}
            autocomplete="username"
            required
            error={errorOf(errors, 'email')}
          />
          <PasswordField
            name="password"
            label={words.password}
            autocomplete="current-password"
            required
            error={errorOf(errors, 'password')}
          />
          <ButtonRow>
            <Button>{words.signIn}</Button>
          </ButtonRow>
        </form>
      </confirm-once>
    </>
  )
}

const DEMO_GROUPS = ['first', 'asks', 'helps', 'steers'] as const

type DemoPeopleProps = {
  action: string
  people: readonly DemoPerson[]
  headings: DemoGroups
  back: string | undefined
}

/** The most telling people at once; the others folded away by what one wants to see. */
const DemoPeople: FC<DemoPeopleProps> = ({ action, people, headings, back }) => {
  const groups = DEMO_GROUPS.map((group) => ({ group, own: people.filter((one) => one.group === group) }))
  return (
    <>
      {groups
        .filter(({ own }) => own.length > 0)
        .map(({ group, own }) => {
          const buttons = (
            <form class="try" method="post" action={action}>
              <Back back={back} />
              {own.map((person) => (
                <DemoButton {...person} />
              ))}
            </form>
          )
          return group === 'first' ? buttons : <Details summary={headings[group]}>{buttons}</Details>
        })}
    </>
  )
}

const DemoButton: FC<DemoPerson> = ({ value, name, role, place }) => (
  <button type="submit" name="persoon" value={value}>
    <strong>{name}</strong>
    <span class="soft small">
      {role}, {place}
    </span>
    <Icon name="onward" />
  </button>
)

export type CodeViewProps = {
  lang: Lang
  action: string
  back?: string | undefined
  errors: readonly FieldError[]
}

/** Second step: the six digits of the app. */
export const SecondFactorView: FC<CodeViewProps & { recoveryHref: string }> = (props) => {
  const words = signInWords[props.lang]
  const notes = (
    <>
      <Note title={words.whySecond} text={words.whySecondText} />
      <Note title={words.noPhone} text={words.noPhoneText} href={props.recoveryHref} link={words.useRecovery} />
    </>
  )
  return (
    <Question notes={notes}>
      <h1>{words.secondTitle}</h1>
      <p class="soft">{words.secondText}</p>
      <CodeForm {...props} label={words.code} button={words.goOn} />
    </Question>
  )
}

/** Second step without the phone: a code that works once. */
export const RecoveryCodeView: FC<CodeViewProps & { codeHref: string }> = (props) => {
  const words = signInWords[props.lang]
  return (
    <Question notes={<Note title={words.noCodes} text={words.noCodesText} />}>
      <BackLink href={props.codeHref} label={words.useCode} />
      <h1>{words.recoveryTitle}</h1>
      <p class="soft">{words.recoveryText}</p>
      <ErrorSummary lang={props.lang} errors={props.errors} />
      <form method="post" action={props.action}>
        <Back back={props.back} />
        <TextField
          name="code"
          label={words.recovery}
          autocomplete="off"
          required
          error={errorOf(props.errors, 'code')}
        />
        <ButtonRow>
          <Button>{words.goOn}</Button>
        </ButtonRow>
      </form>
    </Question>
  )
}

/** First time: the key for the app, and a code to show that it took it. */
export const EnrolView: FC<CodeViewProps & { secret: string; appHref: string }> = (props) => {
  const words = signInWords[props.lang]
  return (
    <Question notes={<Note title={words.whySecond} text={words.whySecondText} />}>
      <h1>{words.enrolTitle}</h1>
      <p class="soft">{words.enrolText}</p>
      <SquareCode text={props.appHref} label={words.enrolPicture} />
      <Details summary={words.enrolOther}>
        <p>
          <a href={props.appHref}>{words.enrolLink}</a>
        </p>
        <p>{words.enrolKey}</p>
        <p class="key">{props.secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
      </Details>
      <CodeForm {...props} label={words.enrolCode} button={words.enrolDone} />
    </Question>
  )
}

/** The recovery codes, shown once. */
export const RecoveryCodesView: FC<{ lang: Lang; action: string; codes: readonly string[] }> = ({
  lang,
  action,
  codes,
}) => {
  const words = signInWords[lang]
  return (
    <Question notes={null}>
      <h1>{words.codesTitle}</h1>
      <p>{words.codesText}</p>
      <ul class="codes">
        {codes.map((code) => (
          <li class="key">{code}</li>
        ))}
      </ul>
      <form method="post" action={action}>
        <ButtonRow>
          <Button>{words.codesDone}</Button>
        </ButtonRow>
      </form>
    </Question>
  )
}

const CodeForm: FC<CodeViewProps & { label: string; button: string }> = ({
  lang,
  action,
  back,
  errors,
  label,
  button,
}) => (
  <>
    <ErrorSummary lang={lang} errors={errors} />
    <confirm-once>
      <form method="post" action={action}>
        <Back back={back} />
        <CodeField name="code" label={label} required error={errorOf(errors, 'code')} />
        <ButtonRow>
          <Button>{button}</Button>
        </ButtonRow>
      </form>
    </confirm-once>
  </>
)

import type { FC } from 'hono/jsx'
import type { Actor } from '../../capabilities/access/actor.ts'
import {
  mapGroup,
  saveProvider,
  switchProvider,
  tryProvider,
  unmapGroup,
} from '../../capabilities/access/identity-providers/actions.ts'
import { type OrganisationSignIn, organisationSignIns } from '../../capabilities/access/identity-providers/queries.ts'
import { municipalitiesKnown } from '../../capabilities/access/queries.ts'
import type { Look } from '../../capabilities/access/single-sign-on/connection.ts'
import { type Answer, type Refused, refuse } from '../../foundation/result.ts'
import { Button, ButtonRow } from '../design/button.tsx'
import { ErrorSummary, type FieldError } from '../design/error-summary.tsx'
import { Notice } from '../design/notice.tsx'
import { BackLink } from '../design/paging.tsx'
import { links } from '../links.ts'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../shell/guarded.ts'
import { workPage } from '../shell/pages.tsx'
import { refusalSentence } from '../words/refusals.ts'
import { signOnWords } from '../words/sign-on.ts'
import { Addresses, Groups, ProviderForm } from './organisation-sign-in-parts.tsx'

const MAY = ['change', 'setting'] as const

export const get = guarded({ may: MAY, act: 'identity-provider.read' }, (actor, page) => show(actor, page))

export const post = guarded({ may: MAY, act: 'identity-provider.changed' }, async (actor, page): Promise<Reply> => {
  const act = text(page, 'doe')
  if (act === 'probeer') {
    const tried = await tryProvider(actor, idOf(page))
    return tried.ok ? show(actor, page, { tried: tried.value }) : orShow(actor, page, tried)
  }
  const done = await change(actor, page, act)
  return done.ok ? redirect(links.organisationSignIn(idOf(page), doneBy(act))) : orShow(actor, page, done)
})

const idOf = (page: PageRequest): string => page.params.id ?? ''
const text = (page: PageRequest, name: string): string => String(page.form.get(name) ?? '').trim()

async function change(actor: Actor, page: PageRequest, act: string): Promise<Answer<unknown>> {
  const organisationId = idOf(page)
  const given = (name: string) => text(page, name)
  switch (act) {
    case 'aan':
    case 'uit':
      return switchProvider(actor, organisationId, act === 'aan')
    case 'groep':
      return mapGroup(actor, {
        ...{ organisationId, groupName: given('groep'), role: given('rol'), municipalityId: given('gemeente') },
      })
    case 'groep-weg':
      return unmapGroup(actor, given('regel'))
    case 'bewaard':
      return saveProvider(actor, {
        ...{ organisationId, name: given('naam'), issuer: given('adres'), clientId: given('client') },
        ...{ clientAuth: given('bekend'), secret: String(page.form.get('geheim') ?? ''), acr: given('niveau') },
        ...{ groupClaim: given('veld'), mailDomains: given('domeinen'), admitsNew: given('nieuw') === 'ja' },
      })
    default:
      return refuse('not-found')
  }
}

type Done = keyof (typeof signOnWords)['nl']['done']
const isDone = (given: string): given is Done => Object.hasOwn(signOnWords.nl.done, given)
const doneBy = (act: string): string | undefined => (isDone(act) ? act : undefined)

const orShow = (actor: Actor, page: PageRequest, refused: Refused): Reply | Promise<Reply> =>
  refused.reason === 'not-found' ? notFound() : show(actor, page, { refused })

/** The field that a refusal is about. */
const FIELDS: Readonly<Record<string, string>> = {
  'provider-name': 'naam',
  'provider-issuer': 'adres',
  'provider-issuer-reach': 'adres',
  'provider-client-id': 'client',
  'provider-client-auth': 'bekend',
  'provider-secret': 'geheim',
  'provider-group-claim': 'veld',
  'provider-acr': 'niveau',
  'provider-mail-domains': 'domeinen',
  'group-name': 'groep',
  'group-mapped': 'groep',
  'grant-out-of-reach': 'rol',
}

function errorsOf(page: PageRequest, refused: Refused | undefined): FieldError[] {
  if (refused === undefined) return []
  const field = FIELDS[refused.reason]
  return [{ message: refusalSentence(page.lang, refused), ...(field !== undefined && { field }) }]
}

type Outcome = { readonly refused?: Refused; readonly tried?: Look }

async function show(actor: Actor, page: PageRequest, { refused, tried }: Outcome = {}): Promise<Reply> {
  const words = signOnWords[page.lang]
  const found = (await organisationSignIns(actor)).find((one) => one.organisationId === idOf(page))
  if (found === undefined) return notFound()
  const errors = errorsOf(page, refused)
  const done = page.query.get('gedaan') ?? ''
  const shared = { page, found, errors }
  return workPage(
    page,
    actor,
    { title: words.title, active: 'people', ...(refused && { status: 400, refusedWith: refused.reason }) },
    <>
      <BackLink href={links.organisationSignIns()} label={words.back} />
      <h1>{`${words.setUpOf} ${found.organisationName}`}</h1>
      {refused === undefined && tried === undefined && isDone(done) ? <Notice isNews>{words.done[done]}</Notice> : null}
      {tried === undefined ? null : (
        <Notice isNews>{[words.tried, words.pkce(tried.hasPkce), words.signOut(tried.hasSignOut)].join(' ')}</Notice>
      )}
      <ErrorSummary lang={page.lang} errors={errors} />
      <ProviderForm {...shared} />
      {found.provider === undefined ? null : (
        <>
          <Switches page={page} found={found} />
          <Addresses page={page} provider={found.provider} />
          <Groups {...shared} actor={actor} municipalities={await municipalitiesKnown(actor)} />
        </>
      )}
    </>,
  )
}

const Switches: FC<{ page: PageRequest; found: OrganisationSignIn }> = ({ page, found: { provider } }) => {
  const words = signOnWords[page.lang]
  const isOn = provider?.isOn === true
  return (
    <form method="post" action={links.organisationSignIn(idOf(page))} class="stack">
      <p>
        {words.state}: <strong>{isOn ? words.on : words.off}</strong>. <span class="soft">{words.tryWhat}</span>
      </p>
      <ButtonRow>
        <Button look="plain" name="doe" value="probeer">
          {words.tryIt}
        </Button>
        <Button look="plain" name="doe" value={isOn ? 'uit' : 'aan'}>
          {isOn ? words.switchOff : words.switchOn}
        </Button>
      </ButtonRow>
    </form>
  )
}

import type { FC } from 'hono/jsx'
import { type MessageKind, PATHS } from '../../capabilities/messages/message.ts'
import { type MessageInReach, messagesInReach } from '../../capabilities/messages/queries.ts'
import { Details } from '../design/details.tsx'
import { EmptyState } from '../design/notice.tsx'
import { DataTable } from '../design/table.tsx'
import { guarded, type PageRequest } from '../shell/guarded.ts'
import { workPage } from '../shell/pages.tsx'
import { formatMoment } from '../words/format.ts'
import { mailText, mailWords, messageWords } from '../words/messages.ts'

/** What was mailed to the people in reach, and whether it arrived; never about which record. */
export const get = guarded({ may: ['list', 'person'], act: 'message.listed' }, async (actor, page) => {
  const words = messageWords[page.lang]
  const messages = await messagesInReach(actor)
  return workPage(
    page,
    actor,
    { title: words.title, active: 'messages' },
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {page.isDemo ? <p class="soft">{words.demo}</p> : null}
      {messages.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyWhat}</EmptyState>
      ) : (
        <MessageTable page={page} messages={messages} />
      )}
    </>,
  )
})

const MessageTable: FC<{ page: PageRequest; messages: readonly MessageInReach[] }> = ({ page, messages }) => {
  const words = messageWords[page.lang]
  return (
    <DataTable
      lang={page.lang}
      caption={words.title}
      captionUnseen
      head={words.when}
      columns={[
        { head: words.what },
        { head: words.who },
        { head: words.state },
        ...(page.isDemo ? [{ head: words.text }] : []),
      ]}
      rows={messages.map((message) => ({
        head: formatMoment(page.lang, message.settledAt ?? message.createdAt),
        cells: [
          words.kinds[message.kind],
          message.kind === 'offer-check' ? words.provider : (message.personName ?? words.asker) || words.unseen,
          stateInWords(page, message),
          ...(page.isDemo ? [<MailText page={page} kind={message.kind} />] : []),
        ],
      }))}
      stacked
    />
  )
}

/** `niet gelukt, we proberen het niet meer. De mailserver antwoordt niet.` */
function stateInWords({ lang }: PageRequest, { state, reason }: MessageInReach): string {
  const words = messageWords[lang]
  return reason === undefined ? words.states[state] : `${words.states[state]}. ${words.reasons[reason]}`
}

/** In the demo nobody gets mail, so it is read here; a link that opens somebody's account is not shown. */
const MailText: FC<{ page: PageRequest; kind: MessageKind }> = ({ page, kind }) => {
  const words = messageWords[page.lang]
  const mail = mailWords(page.lang, kind)
  const lines = mailText(mail, PATHS[kind](words.tokenHidden)).trim().split('\n\n')
  return (
    <Details summary={mail.subject}>
      {lines.map((line) => (
        <p class="small">{line}</p>
      ))}
    </Details>
  )
}

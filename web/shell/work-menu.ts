import { may, maySomewhere } from '../../capabilities/access/access.ts'
import type { Actor } from '../../capabilities/access/actor.ts'
import type { Action, Kind } from '../../capabilities/access/roles.ts'
import type { IconName } from '../design/icon.tsx'
import type { WorkNavItem } from '../design/layout-work.tsx'
import { links } from '../links.ts'
import { shellWords } from '../words/shell.ts'
import type { Lang } from '../words/words.ts'

export type WorkScreen =
  | 'today'
  | 'files'
  | 'glass'
  | 'requests'
  | 'figures'
  | 'passports'
  | 'trajectories'
  | 'imports'
  | 'people'
  | 'messages'
  | 'systems'
  | 'running'
  | 'place'
  | 'schemes'
  | 'localOffer'
  | 'pages'
  | 'names'
  | 'stories'
  | 'campaigns'
  | 'testRounds'
  | 'partners'
  | 'gaps'
  | 'gathered'
  | 'programmes'
  | 'writing'
  | 'account'

type Entry = {
  screen: WorkScreen
  href: string
  icon: IconName
  needs: readonly (readonly [Action, Kind])[]
  /** Only for who has the right over the whole platform. */
  isOfAll?: true
}

const FIGURES: Entry['needs'] = [
  ['read', 'figure'],
  ['read', 'own-figure'],
]
const FIRST: readonly Entry[] = [
  {
    screen: 'today',
    href: links.work(),
    icon: 'today',
    needs: [
      ['change', 'trajectory'],
      ['list', 'help-request'],
    ],
  },
  { screen: 'files', href: links.files(), icon: 'person', needs: [['change', 'trajectory']] },
  { screen: 'requests', href: links.requests(), icon: 'requests', needs: [['list', 'help-request']] },
  { screen: 'trajectories', href: links.trajectories(), icon: 'trajectories', needs: [['list', 'trajectory']] },
  { screen: 'figures', href: links.figures(), icon: 'figures', needs: FIGURES },
  { screen: 'passports', href: links.passports(), icon: 'passport', needs: FIGURES },
]
const MORE: readonly Entry[] = [
  { screen: 'imports', href: links.imports(), icon: 'imports', needs: [['list', 'import']] },
  { screen: 'people', href: links.people(), icon: 'people', needs: [['list', 'person']] },
  { screen: 'messages', href: links.messages(), icon: 'requests', needs: [['list', 'person']] },
  { screen: 'systems', href: links.systems(), icon: 'settings', needs: [['change', 'person']] },
  { screen: 'place', href: links.place(), icon: 'place', needs: [['change', 'setting']] },
  { screen: 'schemes', href: links.moneyKept(), icon: 'passport', needs: [['change', 'page']] },
  { screen: 'pages', href: links.pagesKept(), icon: 'plans', needs: [['change', 'page']] },
  { screen: 'names', href: links.names(), icon: 'plans', needs: [['change', 'page']] },
  { screen: 'localOffer', href: links.localOffer(), icon: 'place', needs: [['change', 'page']] },
  { screen: 'partners', href: links.partners(), icon: 'people', needs: [['read', 'partner']] },
  { screen: 'gaps', href: links.gaps(), icon: 'figures', needs: [['read', 'partner']] },
  { screen: 'stories', href: links.stories(), icon: 'person', needs: [['change', 'page']] },
  { screen: 'campaigns', href: links.campaigns(), icon: 'figures', needs: [['change', 'page']] },
  { screen: 'testRounds', href: links.testRounds(), icon: 'plans', needs: [['read', 'participation']] },
  { screen: 'gathered', href: links.gathered(), icon: 'reports', needs: [['read', 'participation']] },
  {
    screen: 'writing',
    href: links.writing(),
    icon: 'plans',
    needs: [
      ['change', 'page'],
      ['change', 'trajectory'],
    ],
  },
  { screen: 'programmes', href: links.programmes(), icon: 'reports', needs: [['change', 'programme']] },
  { screen: 'running', href: links.running(), icon: 'place', needs: [['read', 'running']], isOfAll: true },
  { screen: 'glass', href: links.glassBreaks(), icon: 'lock', needs: [['list', 'broken-glass']] },
]

/** The entries of the menu that this person may open: those of every day, and the rest. */
export function workMenu(
  which: 'first' | 'more',
  actor: Actor,
  active: WorkScreen | undefined,
  lang: Lang,
): WorkNavItem[] {
  return (which === 'first' ? FIRST : MORE)
    .filter(({ needs, isOfAll }) =>
      needs.some(([action, kind]) => (isOfAll ? may(actor, action, kind, {}) : maySomewhere(actor, action, kind))),
    )
    .map(({ screen, href, icon }) => ({ href, icon, label: shellWords[lang][screen], isActive: screen === active }))
}

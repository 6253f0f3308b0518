import { links } from './links.ts'
import * as figures from './policy/figures.tsx'
import { getCsv, getXlsx } from './policy/figures-export.tsx'
import * as gaps from './policy/gaps.tsx'
import { gatheredRoutes } from './policy/gathered/routes.ts'
import * as passport from './policy/passport.tsx'
import * as passports from './policy/passports.tsx'
import * as requestLaws from './policy/request-laws.tsx'
import * as visits from './policy/visits.tsx'
import * as afterwards from './professional/afterwards.tsx'
import { campaignRoutes } from './professional/campaigns/routes.ts'
import { caseRoutes } from './professional/case/routes.ts'
import * as file from './professional/files/file.tsx'
import * as glass from './professional/files/glass.tsx'
import * as invitePage from './professional/files/invite.tsx'
import * as files from './professional/files/list.tsx'
import * as note from './professional/files/note.tsx'
import * as openFile from './professional/files/open.tsx'
import * as filePlan from './professional/files/plan.tsx'
import * as newGroup from './professional/groups/new.tsx'
import { importRoutes } from './professional/import/routes.ts'
import * as messages from './professional/messages.tsx'
import { moneyKeepingRoutes } from './professional/money/routes.ts'
import { nameRoutes } from './professional/names/routes.ts'
import * as oddSignIns from './professional/odd-sign-ins.tsx'
import { keptOfferRoutes } from './professional/offers/routes.ts'
import * as organisationSignIn from './professional/organisation-sign-in.tsx'
import * as organisationSignIns from './professional/organisation-sign-ins.tsx'
import { keptPageRoutes } from './professional/pages/routes.ts'
import { partnerRoutes } from './professional/partners/routes.ts'
import * as people from './professional/people.tsx'
import * as place from './professional/place.tsx'
import { programmeRoutes } from './professional/programmes/routes.ts'
import { requestRoutes } from './professional/requests/routes.ts'
import * as rightsReview from './professional/rights-review.tsx'
import * as running from './professional/running.tsx'
import * as searchPage from './professional/search.tsx'
import { sharingRoutes } from './professional/sharing/routes.ts'
import * as standIn from './professional/stand-in.tsx'
import { stepPlanRoutes } from './professional/step-plan/routes.ts'
import { keptStoryRoutes } from './professional/stories/routes.ts'
import * as systems from './professional/systems/list.tsx'
import * as system from './professional/systems/system.tsx'
import * as teamsOfOrganisation from './professional/teams/organisation.tsx'
import * as teams from './professional/teams/organisations.tsx'
import { testRoundRoutes } from './professional/test-rounds/routes.ts'
import * as today from './professional/today.tsx'
import * as trajectories from './professional/trajectories.tsx'
import * as trajectory from './professional/trajectory.tsx'
import * as writing from './professional/writing/page.tsx'
import { askRoutes } from './resident/ask/routes.ts'
import * as campaignGo from './resident/campaign-go.ts'
import * as home from './resident/home.tsx'
import { informationRoutes } from './resident/information/routes.ts'
import { moneyRoutes } from './resident/money/routes.ts'
import { offerRoutes } from './resident/offers/routes.ts'
import * as ownFile from './resident/own-file.tsx'
import * as ownSharing from './resident/own-sharing.tsx'
import { parentingPlanRoutes } from './resident/parenting-plan/routes.ts'
import { stepsRoutes } from './resident/steps/routes.ts'
import { storyRoutes } from './resident/stories/routes.ts'
import { translatedRoutes } from './resident/translated/routes.ts'
import type { Route } from './shell/serve.tsx'
import { signInRoutes } from './shell/sign-in-routes.ts'

/** Every page: its address, for whom it is, and what answers. */
export const routes: readonly Route[] = [
  { path: links.home('nl'), audience: 'everyone', get: home.get },
  { path: links.home('en'), audience: 'everyone', get: home.get },
  { path: links.home('nl', ':place'), audience: 'everyone', get: home.get },
  { path: links.home('en', ':place'), audience: 'everyone', get: home.get },
  ...translatedRoutes,
  ...informationRoutes,
  ...moneyRoutes,
  ...offerRoutes,
  ...storyRoutes,
  ...parentingPlanRoutes,
  { path: links.campaignGo(':code'), audience: 'everyone', get: campaignGo.get },
  ...askRoutes,
  ...stepsRoutes,
  ...signInRoutes,

  { path: links.work(), audience: 'professional', get: today.get, post: today.post },
  { path: links.standIn(), audience: 'professional', get: standIn.get, post: standIn.post },
  { path: links.search(), audience: 'professional', get: searchPage.get, post: searchPage.post },
  { path: links.trajectories(), audience: 'professional', get: trajectories.get, post: trajectories.post },
  { path: links.trajectory(':id'), audience: 'professional', get: trajectory.get },
  ...caseRoutes,
  { path: links.files(), audience: 'professional', get: files.get },
  { path: links.groupNew(), audience: 'professional', get: newGroup.get, post: newGroup.post },
  { path: links.fileNew(), audience: 'professional', get: openFile.get, post: openFile.post },
  { path: links.file(':id'), audience: 'professional', get: file.get, post: file.post },
  { path: links.filePlan(':id'), audience: 'professional', post: filePlan.post },
  { path: links.fileInvite(':id'), audience: 'professional', get: invitePage.get, post: invitePage.post },
  { path: links.fileGlass(':id'), audience: 'professional', get: glass.get, post: glass.post },
  ...sharingRoutes,
  { path: links.note(':id', ':note'), audience: 'professional', get: note.get, post: note.post },
  { path: links.glassBreaks(), audience: 'professional', get: glass.getList },
  { path: links.ownFile(), audience: 'resident', get: ownFile.get },
  { path: links.ownSharing(), audience: 'resident', post: ownSharing.post },
  { path: links.ownPlan(), audience: 'resident', post: ownFile.post },
  ...requestRoutes,
  ...importRoutes,
  { path: links.messages(), audience: 'professional', get: messages.get },
  { path: links.running(), audience: 'professional', get: running.get },
  { path: links.people(), audience: 'professional', get: people.get, post: people.post },
  { path: links.oddSignIns(), audience: 'professional', get: oddSignIns.get },
  { path: links.teams(), audience: 'professional', get: teams.get },
  {
    path: links.teams(':id'),
    audience: 'professional',
    get: teamsOfOrganisation.get,
    post: teamsOfOrganisation.post,
  },
  { path: links.rightsReview(), audience: 'professional', get: rightsReview.get, post: rightsReview.post },
  { path: links.organisationSignIns(), audience: 'professional', get: organisationSignIns.get },
  {
    path: links.organisationSignIn(':id'),
    audience: 'professional',
    get: organisationSignIn.get,
    post: organisationSignIn.post,
  },
  { path: links.systems(), audience: 'professional', get: systems.get, post: systems.post },
  { path: links.system(':id'), audience: 'professional', get: system.get, post: system.post },
  { path: links.place(), audience: 'professional', get: place.get, post: place.post },
  ...keptPageRoutes,
  ...keptOfferRoutes,
  ...keptStoryRoutes,
  ...campaignRoutes,
  ...partnerRoutes,
  ...testRoundRoutes,
  { path: links.writing(), audience: 'professional', get: writing.get, post: writing.post },
  ...programmeRoutes,
  ...stepPlanRoutes,
  ...moneyKeepingRoutes,
  ...nameRoutes,
  { path: links.afterwards(), audience: 'professional', get: afterwards.get, post: afterwards.post },

  { path: links.figures(), audience: 'policy', get: figures.get },
  { path: links.figureExport('csv'), audience: 'policy', get: getCsv },
  { path: links.figureExport('xlsx'), audience: 'policy', get: getXlsx },
  { path: links.requestLaws(), audience: 'policy', get: requestLaws.get },
  { path: links.gaps(), audience: 'policy', get: gaps.get },
  { path: links.visits(), audience: 'policy', get: visits.get },
  ...gatheredRoutes,
  { path: links.passports(), audience: 'policy', get: passports.get },
  { path: links.passport(':code'), audience: 'policy', get: passport.get },
]

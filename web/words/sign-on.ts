import { defineWords } from './words.ts'

/** Where an organisation signs in: for who manages it. */
export const signOnWords = defineWords({
  nl: {
    title: 'Inloggen via de organisatie',
    lead: 'Mensen van een organisatie kunnen inloggen zoals voor hun andere werk. Jij zegt waar dat is, en welke groepen hier welke rol geven.',
    empty: 'Hier valt nog niets in te stellen',
    emptyWhat:
      'Een organisatie staat hier als je gaat over elke plek waar zij werkt. Werkt zij ook elders, vraag dan de beheerder die over al die plekken gaat.',
    organisation: 'Organisatie',
    state: 'Stand',
    none: 'niet ingesteld',
    on: 'aan',
    off: 'uit',
    setUp: 'Stel in',
    setUpOf: 'Inloggen via',
    back: 'Alle organisaties',

    done: {
      bewaard: 'Bewaard.',
      aan: 'Mensen kunnen nu via deze organisatie inloggen.',
      uit: 'Via deze organisatie kan niemand meer inloggen. Wat mensen mogen blijft staan tot jij het stopt.',
      groep: 'De groep geeft deze rol vanaf de volgende keer dat iemand inlogt.',
      'groep-weg': 'De groep geeft deze rol niet meer. Wie hem daardoor had, is hem nu kwijt.',
    },

    give: 'Geef dit aan de inlogdienst',
    giveWhat: 'Wie de inlogdienst beheert, heeft dit nodig om Voorveld te kennen.',
    returnAddress: 'Adres om naar terug te keren (redirect URI)',
    outAddress: 'Adres na uitloggen',
    keyAddress: 'Adres van onze sleutel (JWKS)',

    provider: 'De inlogdienst',
    name: 'Naam op de inlogpagina',
    issuer: 'Adres (issuer)',
    issuerHint: 'Precies zoals de inlogdienst zichzelf noemt, met https ervoor.',
    clientId: 'Naam van Voorveld daar (client id)',
    clientAuth: 'Hoe Voorveld zich daar bekendmaakt',
    auths: {
      'client-secret-basic': 'Met een geheim (client_secret_basic)',
      'client-secret-post': 'Met een geheim in het bericht (client_secret_post)',
      'private-key': 'Met een eigen sleutel (private_key_jwt), het veiligst',
    },
    secret: 'Geheim',
    secretHint: 'Wij bewaren het versleuteld en tonen het nooit meer. Laat leeg om het te houden.',
    secretNew: 'Wij bewaren het versleuteld en tonen het nooit meer. Niet nodig bij een eigen sleutel.',
    groupClaim: 'Veld met de groepen',
    acr: 'Niveau dat twee stappen betekent (acr)',
    acrHint:
      'Mag leeg; dan telt mfa als twee stappen. Vul je iets in, dan telt alleen dat. Zegt de inlogdienst het niet, dan vragen wij onze eigen code.',
    mailDomains: 'Eigen maildomeinen',
    mailDomainsHint: 'Mag leeg. Voor inlogdiensten die niet zeggen of een adres bevestigd is, zoals organisatie.nl.',
    admitsNew: 'Mensen die hier nog niet bekend zijn',
    admits: 'Toelaten als een van hun groepen hier een rol geeft',
    save: 'Bewaar',
    switchOn: 'Zet aan',
    switchOff: 'Zet uit',
    tryIt: 'Probeer het',
    tryWhat: 'Voorveld vraagt de inlogdienst nu wat hij kan. Er verandert niets.',
    tried: 'De inlogdienst antwoordt en noemt zich zoals hierboven.',
    pkce: (has: boolean) =>
      has
        ? 'Hij kent PKCE (S256).'
        : 'Hij zegt niet dat hij PKCE kent. Wij sturen het toch mee; vraag de beheerder daar.',
    signOut: (has: boolean) =>
      has ? 'Uitloggen kan ook daar.' : 'Uitloggen daar kan niet van hieruit; hier uitloggen wel.',

    groups: 'Welke groep geeft welke rol',
    groupsWhat:
      'Een groep geeft hier rechten binnen deze organisatie, nooit daarbuiten. Verdwijnt iemand uit een groep, dan is het recht weg bij de volgende keer inloggen. Wat jij met de hand gaf, blijft.',
    noGroups: 'Nog geen enkele groep geeft hier een rol.',
    group: 'Groep',
    groupHint: 'Precies zoals de inlogdienst hem geeft.',
    role: 'Rol',
    municipality: 'Gemeente',
    action: 'Doen',
    remove: 'Haal weg',
    add: 'Voeg toe',
  },
  en: {
    title: 'Signing in through the organisation',
    lead: 'People of an organisation can sign in as they do for their other work. You say where that is, and which groups give which role here.',
    empty: 'There is nothing to set up here yet',
    emptyWhat:
      'An organisation stands here when you cover every place where it works. If it also works elsewhere, ask the administrator who covers all of those places.',
    organisation: 'Organisation',
    state: 'State',
    none: 'not set up',
    on: 'on',
    off: 'off',
    setUp: 'Set up',
    setUpOf: 'Signing in through',
    back: 'All organisations',

    done: {
      bewaard: 'Saved.',
      aan: 'People can now sign in through this organisation.',
      uit: 'Nobody can sign in through this organisation any more. What people may stays until you end it.',
      groep: 'The group gives this role from the next time that somebody signs in.',
      'groep-weg': 'The group does not give this role any more. Who had it because of the group has lost it now.',
    },

    give: 'Give this to the provider',
    giveWhat: 'Who manages the provider needs this to know Voorveld.',
    returnAddress: 'Address to come back to (redirect URI)',
    outAddress: 'Address after signing out',
    keyAddress: 'Address of our key (JWKS)',

    provider: 'The provider',
    name: 'Name on the sign-in page',
    issuer: 'Address (issuer)',
    issuerHint: 'Exactly as the provider calls itself, with https before it.',
    clientId: 'Name of Voorveld there (client id)',
    clientAuth: 'How Voorveld makes itself known there',
    auths: {
      'client-secret-basic': 'With a secret (client_secret_basic)',
      'client-secret-post': 'With a secret in the message (client_secret_post)',
      'private-key': 'With a key of our own (private_key_jwt), the safest',
    },
    secret: 'Secret',
    secretHint: 'We keep it encrypted and never show it again. Leave empty to keep it.',
    secretNew: 'We keep it encrypted and never show it again. Not needed with a key of our own.',
    groupClaim: 'Field with the groups',
    acr: 'Level that means two steps (acr)',
    acrHint:
      'May be empty; then mfa counts as two steps. When you fill something in, only that counts. If the provider does not say so, we ask our own code.',
    mailDomains: 'Own mail domains',
    mailDomainsHint:
      'May be empty. For providers that do not say whether an address is confirmed, such as organisation.nl.',
    admitsNew: 'People who are not known here yet',
    admits: 'Let them in when one of their groups gives a role here',
    save: 'Save',
    switchOn: 'Switch on',
    switchOff: 'Switch off',
    tryIt: 'Try it',
    tryWhat: 'Voorveld asks the provider now what it can do. Nothing changes.',
    tried: 'The provider answers and calls itself as above.',
    pkce: (has: boolean) =>
      has
        ? 'It knows PKCE (S256).'
        : 'It does not say that it knows PKCE. We send it all the same; ask the administrator there.',
    signOut: (has: boolean) =>
      has ? 'Signing out works there too.' : 'Signing out there cannot be done from here; signing out here can.',

    groups: 'Which group gives which role',
    groupsWhat:
      'A group gives rights within this organisation here, never outside it. When somebody leaves a group, the right is gone the next time they sign in. What you gave by hand stays.',
    noGroups: 'No group gives a role here yet.',
    group: 'Group',
    groupHint: 'Exactly as the provider gives it.',
    role: 'Role',
    municipality: 'Municipality',
    action: 'Do',
    remove: 'Take away',
    add: 'Add',
  },
})

import { defineWords } from './words.ts'

/** Keys of devices (passkeys), beside the password. */
export const passkeyWords = defineWords({
  nl: {
    title: 'Inloggen met een sleutel',
    link: 'Inloggen met een sleutel (passkey)',
    intro: 'Je apparaat vraagt je vinger, je gezicht of je pincode. Een wachtwoord hoeft dan niet.',
    signIn: 'Gebruik je sleutel',
    password: 'Inloggen met je wachtwoord',
    without:
      'Een sleutel werkt alleen in een browser die dat kan en scripts toelaat. Gebruik anders je wachtwoord en code.',
    failed: 'Je apparaat gaf geen sleutel. Er is niets veranderd. Probeer het nog een keer.',

    keys: 'Sleutels',
    keysText:
      'Met een sleutel (passkey) log je in met je vinger, gezicht of pincode. Hij staat op je apparaat en werkt alleen hier. Je wachtwoord blijft ook werken.',
    none: 'Je hebt nog geen sleutel.',
    key: 'Sleutel',
    addedAt: 'Gemaakt',
    lastUsedAt: 'Laatst gebruikt',
    never: 'nog niet',
    action: 'Doen',
    name: 'Naam',
    nameHint: 'Waaraan je hem herkent, zoals: laptop van het werk.',
    nameOf: (name: string) => `Andere naam voor ${name}`,
    rename: 'Hernoem',
    remove: 'Haal weg',
    add: 'Maak een sleutel',
    current: 'Huidig wachtwoord',

    newTitle: 'Maak een sleutel op dit apparaat',
    newText: 'Geef hem een naam. Daarna vraagt je apparaat je vinger, gezicht of pincode.',
    make: 'Maak de sleutel',
    account: 'Terug naar mijn account',
    done: {
      sleutel: 'Je sleutel is klaar. De volgende keer kun je ermee inloggen.',
      'sleutel-naam': 'De naam is veranderd.',
      'sleutel-weg': 'Die sleutel opent hier niets meer. Haal hem ook weg op je apparaat.',
    },
  },
  en: {
    title: 'Sign in with a key',
    link: 'Sign in with a key (passkey)',
    intro: 'Your device asks for your finger, your face or your pin. Then you need no password.',
    signIn: 'Use your key',
    password: 'Sign in with your password',
    without: 'A key only works in a browser that can and that allows scripts. Else use your password and code.',
    failed: 'Your device gave no key. Nothing changed. Try once more.',

    keys: 'Keys',
    keysText:
      'With a key (passkey) you sign in by finger, face or pin. It is on your device and only works here. Your password keeps working too.',
    none: 'You have no key yet.',
    key: 'Key',
    addedAt: 'Made',
    lastUsedAt: 'Last used',
    never: 'not yet',
    action: 'Do',
    name: 'Name',
    nameHint: 'By which you know it, such as: laptop of work.',
    nameOf: (name: string) => `Another name for ${name}`,
    rename: 'Rename',
    remove: 'Take away',
    add: 'Make a key',
    current: 'Current password',

    newTitle: 'Make a key on this device',
    newText: 'Give it a name. Then your device asks for your finger, face or pin.',
    make: 'Make the key',
    account: 'Back to my account',
    done: {
      sleutel: 'Your key is ready. Next time you can sign in with it.',
      'sleutel-naam': 'The name is changed.',
      'sleutel-weg': 'That key opens nothing here any more. Take it away on your device too.',
    },
  },
})

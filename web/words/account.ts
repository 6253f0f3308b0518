import type { Device } from '../../capabilities/access/sign-in/device.ts'
import { defineWords, type Lang } from './words.ts'

/** The own account, and the invitation it begins with. */
export const accountWords = defineWords({
  nl: {
    title: 'Mijn account',
    lead: (email: string) => `Je logt in met ${email}. Dit account is van jou alleen.`,
    done: {
      wachtwoord: 'Je nieuwe wachtwoord geldt nu. Op andere apparaten ben je uitgelogd.',
      sessie: 'Dat apparaat is uitgelogd.',
      mail: 'Je keuze is bewaard.',
    },

    sessions: 'Waar je bent ingelogd',
    sessionsText: 'Herken je een apparaat niet? Log het uit en verander je wachtwoord.',
    devices: 'Apparaten',
    device: 'Apparaat',
    startedAt: 'Ingelogd',
    lastSeenAt: 'Laatst gebruikt',
    action: 'Doen',
    thisOne: 'dit apparaat',
    endSession: 'Log uit',
    everywhere: 'Log overal uit',
    everywhereText: 'Dan log je ook hier uit.',

    password: 'Wachtwoord veranderen',
    passwordText: 'Minstens 12 tekens. Een paar losse woorden achter elkaar is goed.',
    current: 'Huidig wachtwoord',
    next: 'Nieuw wachtwoord',
    again: 'Nieuw wachtwoord, nog een keer',
    change: 'Verander wachtwoord',

    codes: 'Nieuwe herstelcodes',
    codesText: 'Zijn je herstelcodes bijna op, of kwijt? Maak nieuwe. De oude werken dan niet meer.',
    renew: 'Maak nieuwe codes',

    invitation: (name: string) => `Welkom, ${name}`,
    invitationText: (email: string) => `Kies een wachtwoord. Daarna log je in met ${email}.`,
    chooseFirst: 'Kies een wachtwoord',
    codeText: 'Vul eerst de code in. Die kreeg je apart, niet per mail.',
    code: 'Code van zes cijfers',
    choose: 'Wachtwoord',
    chooseAgain: 'Wachtwoord, nog een keer',
    accept: 'Bewaar en ga verder',
    invalid: 'Deze link werkt niet',
    toSignIn: 'Naar inloggen',
    missing: 'Vul dit in.',
  },
  en: {
    title: 'My account',
    lead: (email: string) => `You sign in with ${email}. This account is yours alone.`,
    done: {
      wachtwoord: 'Your new password is in force. On other devices you are signed out.',
      sessie: 'That device is signed out.',
      mail: 'Your choice is kept.',
    },

    sessions: 'Where you are signed in',
    sessionsText: 'Do you not recognise a device? Sign it out and change your password.',
    devices: 'Devices',
    device: 'Device',
    startedAt: 'Signed in',
    lastSeenAt: 'Last used',
    action: 'Do',
    thisOne: 'this device',
    endSession: 'Sign out',
    everywhere: 'Sign out everywhere',
    everywhereText: 'Then you sign out here too.',

    password: 'Change password',
    passwordText: 'At least 12 characters. A few unrelated words in a row will do.',
    current: 'Current password',
    next: 'New password',
    again: 'New password, once more',
    change: 'Change password',

    codes: 'New recovery codes',
    codesText: 'Are your recovery codes almost used up, or lost? Make new ones. The old ones then stop working.',
    renew: 'Make new codes',

    invitation: (name: string) => `Welcome, ${name}`,
    invitationText: (email: string) => `Choose a password. After that you sign in with ${email}.`,
    chooseFirst: 'Choose a password',
    codeText: 'First fill in the code. You got it separately, not by mail.',
    code: 'Code of six digits',
    choose: 'Password',
    chooseAgain: 'Password, once more',
    accept: 'Save and go on',
    invalid: 'This link does not work',
    toSignIn: 'To signing in',
    missing: 'Fill this in.',
  },
})

const BROWSERS: Readonly<Record<Device['browser'], string>> = {
  edge: 'Edge',
  opera: 'Opera',
  firefox: 'Firefox',
  chrome: 'Chrome',
  safari: 'Safari',
  other: '',
}
const SYSTEMS: Readonly<Record<Device['system'], string>> = {
  android: 'Android',
  ios: 'iPhone of iPad',
  windows: 'Windows',
  macos: 'macOS',
  chromeos: 'ChromeOS',
  linux: 'Linux',
  other: '',
}

/** `Firefox op Windows`, or less where less is known. */
export function deviceInWords(lang: Lang, { browser, system }: Device): string {
  const on = lang === 'nl' ? ' op ' : ' on '
  const named = lang === 'nl' ? SYSTEMS[system] : SYSTEMS[system].replace(' of ', ' or ')
  const known = [BROWSERS[browser], named].filter((name) => name !== '').join(on)
  return known !== '' ? known : lang === 'nl' ? 'Onbekend apparaat' : 'Unknown device'
}

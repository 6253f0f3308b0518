import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

// A password takes a tenth of a second of work on purpose. Tests sign in hundreds of times and test none of that work:
// here it costs a thousandth, in the same form.
type Scrypt = typeof crypto.scrypt
type Given = Parameters<Scrypt>

function quickened(scrypt: Scrypt): Scrypt {
  const quick = (password: Given[0], salt: Given[1], length: Given[2], options: Given[3], done: Given[4]) =>
    scrypt(password, salt, length, { ...options, N: 16 }, done)
  return quick as Scrypt // only the form with options is used
}

// Once for each thread: the files of one thread come here in turn.
if (crypto.scrypt.name === 'scrypt') crypto.scrypt = quickened(crypto.scrypt)
syncBuiltinESMExports()

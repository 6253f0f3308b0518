import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

// A password takes a tenth of a second of work on purpose. Tests sign in hundreds of times and test none of that work:
// here it costs a thousandth, in the same form.
const scrypt = crypto.scrypt
type Given = Parameters<typeof scrypt>
crypto.scrypt = ((password: Given[0], salt: Given[1], length: Given[2], options: Given[3], done: Given[4]) =>
  scrypt(password, salt, length, { ...options, N: 16 }, done)) as typeof scrypt // only the form with options is used
syncBuiltinESMExports()

// A program for `npm test`: makes the demo of one kind of database, says in one line where it stands, and takes it away when nobody
// listens any more.
import { aMadeDemo } from './made-demo.ts'

// Whoever breaks off the tests also ends what listens to this.
process.on('SIGINT', () => undefined)
const { made, remove } = await aMadeDemo()
process.stdout.write(`${JSON.stringify(made)}\n`)
process.stdin.resume().once('end', () => void remove())

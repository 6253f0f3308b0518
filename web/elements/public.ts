/** All browser code of the public pages. */
import './quick-exit.ts'
import './confirm-once.ts'
import './step-walk.ts'

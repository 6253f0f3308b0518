/** All browser code of the work screens. */
import './confirm-once.ts'
import './import-progress.ts'

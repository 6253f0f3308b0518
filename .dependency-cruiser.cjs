// Who may import whom. Each rule is shown to fail on a planted offender in tests/house-rules/import-rules.test.ts.

const ROOM = '^capabilities/([^/]+)/'
const TEST = '\\.test\\.tsx?$'
const OURS =
  '^(api|bench|capabilities|command-line|connections|content|database|foundation|jobs|programmes|scripts|server|tests|web)/'

// A large room may have a room inside (access/sign-in). A door opens transactions on behalf of an actor; beside the two
// of every room, the named ones have a name of their own.
const named = (name, except = '') =>
  `^${except}capabilities/[^/]+/${name}\\.ts$|^${except}capabilities/[^/]+/[^/]+/${name}\\.ts$`
// The last three stand between the sign-in library and its tables.
const NAMED_DOORS =
  'capabilities/(?:privacy/audit|programmes/shipped|access/sign-in/(?:devices|invitations|demo|library|library-call|limits|one-try|open-session|renewal|sign-in-log))\\.ts$'
const DOOR = `${named('(?:queries|actions)')}|^${NAMED_DOORS}`
const STORE = named('store')
const TABLES = named('tables')
/** Every other file of a room is pure: facts in, answer out. */
const PURE = named('(?!(?:store|tables|queries|actions)\\.ts$)[^/]+(?<!\\.test)', `(?!${NAMED_DOORS})`)

/** Modules and packages with which a file would reach outside the process. */
const REACHES_OUT =
  '^(?:node:)?(?:fs|net|http|https|http2|dgram|dns|tls|child_process|worker_threads|cluster)(?:/promises)?$|' +
  '(?:^|/)node_modules/(?:pg|pg-boss|drizzle-orm|hono|@hono/[^/]+|@electric-sql/pglite|nodemailer|pino|better-auth)/'

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    rule('no-cycles', 'Two files that need each other are one file, or hide a third.', {}, { circular: true }),
    rule('no-lost-imports', 'The file or package does not exist.', {}, { couldNotResolve: true }),
    rule(
      'no-test-packages-in-the-product',
      'A package that only tests need is not there in production.',
      { path: OURS, pathNot: [TEST, '^(tests|scripts|bench)/'] },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'foundation-knows-nothing-of-us',
      'foundation imports only foundation.',
      { path: '^foundation/', pathNot: TEST },
      { path: OURS, pathNot: '^foundation/' },
    ),
    rule(
      'pure-imports-pure',
      'A pure file imports foundation and other pure files.',
      { path: PURE },
      { path: OURS, pathNot: ['^foundation/', PURE] },
    ),
    rule(
      'pure-reaches-nothing',
      'A pure file needs no disk, network or database.',
      { path: PURE },
      { path: REACHES_OUT },
    ),
    rule(
      'sql-stays-in-stores',
      'Only stores, tables and the database folder write SQL; server/ asks whether the database answers, bench/ fills one.',
      { path: OURS, pathNot: [STORE, TABLES, '^(bench|database|server|scripts|tests)/', TEST] },
      { path: '(?:^|/)node_modules/(?:drizzle-orm|pg|@electric-sql/pglite)/' },
    ),
    rule(
      'store-imports-its-own',
      'A store imports pure files, its own tables, database and foundation.',
      { path: '^capabilities/([^/]+)/[^/]*/?store\\.ts$' },
      { path: OURS, pathNot: ['^foundation/', '^database/(?!demo/)', PURE, '^capabilities/$1/[^/]*/?tables\\.ts$'] },
    ),
    rule(
      'tables-import-tables',
      'Tables refer to tables; besides those they know pure files, database and foundation.',
      { path: TABLES },
      { path: OURS, pathNot: ['^foundation/', '^database/(?!demo/)', PURE, TABLES] },
    ),
    rule(
      'doors-import-doors',
      'A door imports its own room, other doors, pure files, foundation and the transaction helper; outside systems come in as an argument.',
      { path: ROOM, pathNot: [STORE, TABLES, PURE, TEST] },
      {
        path: OURS,
        pathNot: [
          '^foundation/',
          '^capabilities/$1/',
          DOOR,
          PURE,
          '^database/(transaction|connect)\\.ts$',
          '^programmes/',
        ],
      },
    ),
    rule(
      'a-store-is-opened-by-its-room',
      'Only the doors of a room open its store and tables; other tables may refer to tables.',
      { path: ROOM, pathNot: [TEST, TABLES] },
      { path: [STORE, TABLES], pathNot: '^capabilities/$1/' },
    ),
    rule(
      'no-store-outside-the-rooms',
      'Whoever is not the room itself goes through its doors.',
      { path: OURS, pathNot: ['^capabilities/', '^tests/', TEST, '^server/main\\.ts$'] },
      { path: [STORE, TABLES] },
    ),
    rule(
      'pages-import-what-pages-may',
      'A page imports doors, pure files, shell, design, words, links and its own audience.',
      { path: '^web/(resident|professional|volunteer|policy)/', pathNot: TEST },
      {
        path: OURS,
        pathNot: ['^foundation/', DOOR, PURE, '^web/(shell|design|words)/', '^web/links\\.ts$', '^web/$1/'],
      },
    ),
    rule(
      'shell-knows-no-audience',
      'The shell serves every page and knows none.',
      { path: '^web/shell/', pathNot: TEST },
      {
        path: OURS,
        pathNot: [
          '^foundation/',
          DOOR,
          PURE,
          '^database/(transaction|away)\\.ts$',
          '^web/(shell|design|words)/',
          '^web/links\\.ts$',
        ],
      },
    ),
    rule(
      'design-knows-no-domain',
      'Design imports foundation, itself and the engine of words, never what the municipality does.',
      { path: '^web/design/', pathNot: TEST },
      { path: OURS, pathNot: ['^foundation/', '^web/design/', '^web/words/(words|format|design)\\.ts$'] },
    ),
    rule(
      'words-import-pure',
      'Words put pure facts into sentences.',
      { path: '^web/words/', pathNot: TEST },
      { path: OURS, pathNot: ['^foundation/', PURE, '^web/words/'] },
    ),
    rule(
      'links-import-pure',
      'Links know addresses and ids, no pages.',
      { path: '^web/links\\.ts$' },
      { path: OURS, pathNot: ['^foundation/', PURE] },
    ),
    rule(
      'browser-code-stands-alone',
      'web/elements runs in a browser: foundation and pure files only.',
      { path: '^web/elements/', pathNot: TEST },
      { path: OURS, pathNot: ['^foundation/', PURE, '^web/elements/'] },
    ),
    rule(
      'nobody-imports-browser-code',
      'web/elements is built apart.',
      { path: OURS, pathNot: ['^web/elements/', '^tests/'] },
      { path: '^web/elements/' },
    ),
    rule(
      'connections-know-no-capability',
      'An outside system is reached without knowing what for.',
      { path: '^connections/', pathNot: TEST },
      { path: OURS, pathNot: ['^foundation/', '^connections/'] },
    ),
    rule(
      'database-knows-no-capability',
      'The database folder knows drivers, migrations and transactions; only the demo goes through doors.',
      { path: '^database/', pathNot: [TEST, '^database/demo/'] },
      { path: OURS, pathNot: ['^foundation/', '^database/(?!demo/)'] },
    ),
    rule(
      'demo-goes-through-doors',
      'Demo data comes in as real data does.',
      { path: '^database/demo/' },
      { path: OURS, pathNot: ['^foundation/', '^database/', DOOR, PURE] },
    ),
    rule(
      'jobs-and-api-go-through-doors',
      'Jobs and API use the same doors as pages, and know nothing of each other; outside systems come in as an argument.',
      { path: '^(jobs|api)/', pathNot: TEST },
      {
        path: OURS,
        pathNot: ['^foundation/', DOOR, PURE, '^$1/', '^web/words/', '^database/(transaction|job-queue)\\.ts$'],
      },
    ),
    rule(
      'command-line-imports-doors-and-words',
      'The command line imports doors, words, the routes and links of the site, and how to open a database.',
      { path: '^command-line/', pathNot: TEST },
      {
        path: OURS,
        pathNot: [
          '^foundation/',
          DOOR,
          PURE,
          '^command-line/',
          '^web/words/',
          '^web/(routes|links)\\.ts$',
          '^api/v1/(routes|document)\\.ts$',
          '^server/(open|settings|demo-reset|backup|move)\\.ts$',
          '^database/demo/',
        ],
      },
    ),
    rule(
      'nobody-imports-the-api',
      'The API is one of the ways in; the server mounts it and the command line lists it.',
      { path: OURS, pathNot: ['^(api|server|tests)/', TEST, '^command-line/'] },
      { path: '^api/' },
    ),
    rule(
      'nobody-imports-the-server',
      'The server wires everything together, so nothing leans on it but the command line, which opens the same database.',
      { path: OURS, pathNot: ['^(server|tests)/', TEST, '^command-line/'] },
      { path: '^server/' },
    ),
    rule('nobody-imports-an-entry', 'main.ts starts a process.', {}, { path: '^(server|command-line)/main\\.ts$' }),
    rule(
      'nobody-imports-tests',
      'Product code does not lean on tests; the bench makes its people as they do.',
      { pathNot: ['^(bench|tests)/', TEST, '^vitest\\.config\\.ts$'] },
      { path: ['^tests/', TEST] },
    ),
    rule(
      'definitions-come-through-their-room',
      'Programme definitions and public texts are documents: read and checked by their own room.',
      { path: OURS, pathNot: ['^capabilities/(programmes|information)/', '^tests/', TEST, '^(programmes|content)/'] },
      { path: '^(programmes|content)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|data|docs)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}

/** How the steps stand on paper, in the language of Typst; everything that is said comes in as data. */
export const PAPER_LAYOUT = `
#let p = json(bytes(sys.inputs.paper))
#let size = if p.isLarge { 18pt } else { 11.5pt }
#set document(title: p.title, date: none)
#set page(paper: "a4", margin: (x: 22mm, y: 20mm), footer: context align(end, text(size: 0.8em)[#counter(page).display() / #counter(page).final().at(0)]))
#set text(lang: p.lang, font: "Libertinus Serif", size: size, hyphenate: false)
#set par(leading: 0.7em, spacing: 0.9em)
#show heading: set block(sticky: true)
#show heading.where(level: 1): set text(size: 1.7em)
#show heading.where(level: 2): it => block(above: 1.8em, below: 1em, stroke: (top: 1pt), inset: (top: 0.6em), width: 100%, sticky: true, text(size: 1.25em, it.body))
#show heading.where(level: 3): set block(above: 1.5em, below: 0.7em)
#show heading.where(level: 3): set text(size: 1.08em)
#set list(indent: 0.6em, spacing: 0.6em)
#set terms(separator: [: ], hanging-indent: 1em, spacing: 0.6em)

= #p.heading
#p.lead

#for call in p.calls [ #strong(call) \\ ]

#for part in p.parts [
  == #part.title
  #for step in part.steps [
    === #step.number. #step.title
    #step.why
    #if step.how.len() > 0 { list(..step.how.map(line => [#line])) }
    #if step.facts.len() > 0 { terms(..step.facts.map(fact => terms.item(fact.name, fact.text))) }
    #if step.help.len() > 0 [
      #block(stroke: (left: 2pt), inset: (left: 0.8em, y: 0.2em), above: 0.9em, below: 0.9em)[
        #strong[#p.helpWord: #step.help.first()]
        #for line in step.help.slice(1) [ \\ #line ]
      ]
    ]
    #for page in step.read [
      #text(size: 0.85em)[#p.readWord: #page.title \\ #link(page.href)] \\
    ]
  ]
]

#v(1em)
#text(size: 0.85em, p.last)
`

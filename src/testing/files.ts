import { must } from '#base/assert.ts';
import type { TextFile } from '#site/yaml.ts';

/**
 * A sound story as files, small and with one of everything: a held text, an excerpt, a withheld link, a source that was not seen, a
 * translation, a dispute, a relation, a correction, a retired id. Tests break it at one place and look at what is said.
 */
const FILES: Readonly<Record<string, string>> = {
  'story.yaml': `id: lake
title: The ferry on the lake
subtitle: Why it stopped.
summary: A ferry stopped, and sources differ on why.
language: en
publisher:
  name: Lake Archive
licence: { name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/" }
zone: Asia/Beirut
opens: 2031-03-01/2031-03-05
article: gazette
bands:
  - { id: ground, title: On the lake }
  - { id: reports, title: Reports }
`,
  'events/ferry.yaml': `id: ferry
title: The lake ferry stops
label: Ferry stops
band: ground
phase: in
importance: 4
when:
  edtf: 2031-03-03
  zone: Asia/Beirut
  part: morning
  basis: [ ferry.stop ]
claims:
  - id: ferry.stop
    kind: occurrence
    standing: confirmed
    text: The ferry stopped on 3 March, the port said.
    citations:
      - source: port
        quote: Service was interrupted for 40 minutes
  - id: ferry.ninety
    kind: figure
    standing: disputed
    text: The ferry stood still for about 90 minutes.
    citations:
      - source: gazette
        quote: the outage lasted about 90 minutes
        position: { start: 19, end: 53, prefix: "said ", suffix: "." }
        chain:
          - { role: relayed, agent: Channel 7 }
          - { role: origin, agent: a senior official, naming: unnamed }
  - id: ferry.forty
    kind: figure
    standing: disputed
    text: The ferry stood still for 40 minutes.
    citations:
      - source: radio
        quote: ארבעים דקות
        translation: { text: forty minutes, by: Lake Archive, machine: false }
      - source: port
        quote: Service was interrupted for 40 minutes
disputes:
  - id: length
    question: How long did the ferry stand still?
    positions: [ ferry.ninety, ferry.forty ]
revisions:
  - { n: 1, date: 2031-03-04, note: First published. }
  - { n: 2, date: 2031-03-06, note: The port's figure. }
`,
  'events/repair.yaml': `id: repair
title: The ferry is repaired
band: reports
phase: after
importance: 2
when: { edtf: 2031-03-04/.., zone: Asia/Beirut, basis: [ repair.done ] }
claims:
  - id: repair.done
    kind: statement
    standing: reported
    text: The ferry runs again.
    citations:
      - source: port
        quote: resumed at 09:10
revisions:
  - { n: 1, date: 2031-03-05, note: First published. }
`,
  'sources/all.yaml': `- id: gazette
  publisher: Harbour Gazette
  kind: article
  seen: full text
  link: checked
  archiveNote: none yet
  text: { file: gazette.txt, sha256: 613dc7b2e9c859887b66dbb847698359f20a8f66439ede157ff3c8c9beeee38c, codePoints: 62, norm: norm-1, checked: 2031-03-04 }
  csl: { id: gazette, type: article-newspaper, title: Ferry halted, issued: 2031-03-03, URL: "https://gazette.example/ferry" }
- id: port
  publisher: Port Authority
  kind: primary
  seen: excerpt
  link: withheld
  withheldUrl: https://mirror.example/secret
  archiveNote: none yet
  csl: { id: port, type: document, title: Notice 12, issued: 2031-03-02 }
- id: radio
  publisher: Lake Radio
  kind: news
  seen: excerpt
  link: none
  archives:
    - { url: "https://archive.example/radio", captured: 2031-03-05, by: archive.example }
  csl: { id: radio, type: broadcast, language: he }
- id: rumour
  publisher: Lake Rumours
  kind: relay
  seen: not seen
  link: none
  archiveNote: none yet
  csl: { id: rumour, type: webpage }
`,
  'relations.yaml': `- id: r1
  type: asserted-influence
  from: [ ferry ]
  to: [ repair ]
  verb: said to have led to
  asserter: the port
  statement: The port says that the stop led to the repair.
  citations:
    - source: port
      quote: resumed at 09:10
`,
  'corrections.yaml': `- id: cor1
  date: 2031-03-06
  kind: correction
  targets: [ ferry.forty ]
  was: The ferry stood still for 45 minutes.
  now: The ferry stood still for 40 minutes.
  why: A slip of ours.
  revisions: { from: 1, to: 2 }
`,
  'retired.yaml': `- { kind: claim, id: ferry.old, date: 2031-03-06, why: Merged., to: ferry.forty }
`,
  'tours/crossing.yaml': `id: crossing
title: A crossing
summary: The stop and the repair.
updated: 2031-03-06
steps:
  - title: The stop
    window: 2031-03-01/2031-03-04
    event: ferry
    sentences:
      - { text: The ferry stopped., claims: [ ferry.stop ] }
      - text: The port says 40 minutes and the gazette 90.
        claims: [ ferry.ninety, ferry.forty ]
    question: Who counted?
  - title: The repair
    window: 2031-03-03/2031-03-05
    event: repair
    known: 2031-03-03
    sentences:
      - { text: It runs again., claims: [ repair.done ] }
`,
  'ids.lock': `claim ferry.forty
claim ferry.ninety
claim ferry.old
claim ferry.stop
claim repair.done
dispute ferry/length
event ferry
event repair
relation r1
source gazette
source port
source radio
source rumour
tour crossing
`,
};

/** The full text of its source `gazette`. */
export const GAZETTE = 'Channel 7, it said the outage lasted about 90 minutes. No more';

/** One change to a file of the fixture: `from` must stand in it; an empty `from` replaces the whole file, null removes it. */
export type Change = { readonly name: string; readonly from?: string; readonly to: string | null };

/** The files of the fixture after some changes, below `lake/`. */
export function filesOf(...changes: readonly Change[]): TextFile[] {
  const texts = new Map(Object.entries(FILES));
  for (const { name, from = '', to } of changes) {
    const text = texts.get(name) ?? '';
    if (!text.includes(from)) throw new Error(`the fixture has no ${from} in ${name}`);
    if (to === null) texts.delete(name);
    else texts.set(name, from === '' ? to : must(text, name).replace(from, () => to));
  }
  return [...texts].map(([name, text]) => ({ name, file: `lake/${name}`, text }));
}

/**
 * The files of a small sound story to begin with, to be written over by its author: two events, two sources, and a word at each place where
 * a beginner asks. Invented from end to end, and it says so. The ids are entered into `ids.lock` as those of any story are.
 * @param schemas where the JSON Schemas stand as seen from the story's folder: editors find them by a comment in each file
 */
export function starterFiles(schemas: string): ReadonlyMap<string, string> {
  /** Files in folders of the story are one step further away from the schemas. */
  const editorLine = (name: string, steps = ''): string =>
    `# yaml-language-server: $schema=${steps}${schemas}/${name}.schema.json\n`;
  return new Map([
    ['story.yaml', editorLine('story') + STORY],
    ['events/ferry-stops.yaml', editorLine('event', '../') + FIRST],
    ['events/ferry-runs-again.yaml', editorLine('event', '../') + SECOND],
    ['sources/sources.yaml', editorLine('sources', '../') + SOURCES],
    ['relations.yaml', editorLine('relations') + RELATIONS],
    ['corrections.yaml', editorLine('corrections') + CORRECTIONS],
    ['tours/from-stop-to-start.yaml', editorLine('tour', '../') + TOUR],
  ]);
}

const STORY = `# Until this story is published all of it may change: delete ids.lock and published/, and npm run lock writes them anew.
id: my-story
title: The title of your story
subtitle: What it is about, in one line.
summary: >-
  What readers should know before they begin, in at most 120 words. This story is an invented example.
language: en
publisher:
  name: Your name
licence:
  name: CC BY 4.0, quotations excluded
  url: https://creativecommons.org/licenses/by/4.0/
# The zone in which the story's days are counted, and the days on which its timeline opens.
zone: Etc/UTC
opens: 2031-03-01/2031-03-07
# The id of the source that the story starts from.
article: gazette
# The rows of the timeline, from the top.
bands:
  - id: events
    title: Events
`;

const FIRST = `# The id is the name of the file. It never changes once it is published; the title may.
id: ferry-stops
title: The ferry on the lake stops
label: Ferry stops
band: events
# before, in or after the article that the story starts from
phase: in
# 1 to 5: who shows first where there is little room
importance: 3
when:
  # EDTF: 2031-03, 2031-03-03, 2031-03-03/2031-03-05, 2031-03-03T18:00:00+01:00, 2031-03?
  # Write no more than is known.
  edtf: 2031-03-03
  zone: Etc/UTC
  part: morning
  # the claims that the date rests on
  basis: [ ferry-stops.stopped ]
claims:
  - id: ferry-stops.stopped
    # occurrence, statement, figure or judgement
    kind: occurrence
    # confirmed, reported, claimed, disputed, denied, retracted or superseded
    standing: reported
    # one sentence, in your own words
    text: The ferry stopped on the morning of 3 March 2031, Example Gazette reported.
    citations:
      - source: gazette
        # exact words of the source, at most 25
        quote: The ferry came to a halt on Monday morning
        # from the source back to whoever it comes from; leave it out where the source itself is the origin
        chain:
          - { role: relayed, agent: Example Radio }
          - { role: origin, agent: official of the port, naming: unnamed }
        note: that it stopped, and when
# what you could not find out is part of the story
unverified:
  - The hour.
revisions:
  - n: 1
    date: 2031-03-04
    note: First published.
`;

const SECOND = `id: ferry-runs-again
title: The ferry runs again
band: events
phase: after
importance: 2
when:
  edtf: 2031-03-05T08:30:00Z
  zone: Etc/UTC
  basis: [ ferry-runs-again.resumed ]
claims:
  - id: ferry-runs-again.resumed
    kind: occurrence
    standing: confirmed
    text: The first ferry left at half past eight on 5 March 2031, the port said.
    citations:
      - source: port
        quote: Service resumed today at 08:30
revisions:
  - n: 1
    date: 2031-03-06
    note: First published.
`;

const SOURCES = `- id: gazette
  publisher: Example Gazette
  kind: article
  # full text, excerpt or not seen
  seen: excerpt
  # checked: readers get csl.URL as a link; withheld: they do not, and the address stands under withheldUrl; none: there is none
  link: checked
  archiveNote: no archived copy recorded yet
  # a CSL-JSON record
  csl:
    id: gazette
    type: article-newspaper
    title: The ferry that stopped
    container-title: Example Gazette
    issued: 2031-03-03
    URL: https://example.org/ferry
- id: port
  publisher: Port of Example
  kind: primary
  seen: excerpt
  link: none
  archiveNote: a notice on paper
  csl:
    id: port
    type: document
    title: Notice to passengers
    issued: 2031-03-05
`;

const RELATIONS = `# Ties between events, each on the word of a source: id, type, from, to, verb, asserter, statement, citations, caution.
[]
`;

const CORRECTIONS = `# What was wrong and is mended: id, date, kind, targets, was, now, why, revisions. Entries are never removed.
[]
`;

const TOUR = `# A way through the story, step by step. Delete the file if you want none.
id: from-stop-to-start
title: From the stop to the first ferry
summary: Two steps, to show how a tour is written.
updated: 2031-03-06
steps:
  - title: The ferry stops
    # what the timeline shows
    window: 2031-03-01/2031-03-04
    # the event that is marked; its beginning lies in the window
    event: ferry-stops
    # each sentence says no more than the claims it names
    sentences:
      - text: Example Gazette reported that the ferry stopped on the morning of 3 March.
        claims: [ ferry-stops.stopped ]
    question: Who told the gazette, and how do we know?
  - title: It runs again
    window: 2031-03-03/2031-03-06
    event: ferry-runs-again
    sentences:
      - text: The port said that the first ferry left at half past eight on 5 March.
        claims: [ ferry-runs-again.resumed ]
`;

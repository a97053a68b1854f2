import { AT_FERRY, AT_SOURCES, FERRY, SOURCES, tellsThePlaces, type Case } from '#testing/compile-faults.ts';

const CITED = 'quote: Service was interrupted for 40 minutes';

const claims: Case[] = [
  [
    'disputed without a dispute',
    FERRY,
    'standing: confirmed',
    'standing: disputed',
    `${AT_FERRY}:15:15: expected an open dispute with this claim among its positions, got "disputed" without one`,
  ],
  [
    'confirmed by an unnamed origin',
    FERRY,
    'figure\n    standing: disputed',
    'figure\n    standing: confirmed',
    `${AT_FERRY}:22:15: expected "reported", for no supporting citation has a named origin, got "confirmed"`,
  ],
  [
    'two sentences',
    FERRY,
    'the port said.',
    'the port said. It was repaired.',
    `${AT_FERRY}:16:11: expected one sentence, got a second one at "It was repaired."`,
  ],
  [
    'no end of a sentence',
    FERRY,
    'the port said.',
    'the port said',
    `${AT_FERRY}:16:11: expected a sentence with a full stop at its end, got none`,
  ],
  [
    'a resolution of an open dispute',
    FERRY,
    'positions: [ ferry.ninety, ferry.forty ]',
    'positions: [ ferry.ninety, ferry.forty ]\n    resolution: { claim: ferry.forty, why: The notice. }',
    `${AT_FERRY}:45:5: expected no resolution of an open dispute, got one`,
  ],
];

const citations: Case[] = [
  [
    'a long quotation',
    FERRY,
    CITED,
    `quote: ${'word '.repeat(26)}`,
    `${AT_FERRY}:19:16: expected at most 25 words, got 26`,
  ],
  [
    'a quotation of what was not seen',
    FERRY,
    'source: port',
    'source: rumour',
    `${AT_FERRY}:18:17: expected a source that was seen, got "rumour", which was not: quote what was read`,
  ],
  [
    'no position in a held text',
    FERRY,
    '        position: { start: 19, end: 53, prefix: "said ", suffix: "." }\n',
    '',
    `${AT_FERRY}:25:17: expected a position, for the text of "gazette" is held, got none`,
  ],
  [
    'a position in no held text',
    FERRY,
    CITED,
    `${CITED}\n        position: { start: 0, end: 38, prefix: "", suffix: "" }`,
    `${AT_FERRY}:20:9: expected no position, for the text of "port" is not held, got one`,
  ],
  [
    'a position of another length',
    FERRY,
    'end: 53',
    'end: 54',
    `${AT_FERRY}:27:37: expected 53, 34 code points after the start, got 54`,
  ],
  [
    'a position beyond the text',
    FERRY,
    'end: 53',
    'end: 63',
    `${AT_FERRY}:27:37: expected an end within the 62 code points of the text, got 63`,
  ],
  [
    'a chain without an origin',
    FERRY,
    'role: origin',
    'role: relayed',
    `${AT_FERRY}:30:21: expected the last hop to be the origin, got "relayed"`,
  ],
  [
    'a hop after an origin',
    FERRY,
    'role: relayed',
    'role: origin',
    `${AT_FERRY}:29:21: expected "relayed", for more hops follow, got "origin"`,
  ],
  [
    'no translation',
    FERRY,
    '        translation: { text: forty minutes, by: Lake Archive, machine: false }\n',
    '',
    `${AT_FERRY}:37:16: expected a translation, for the quotation is in "he", got none`,
  ],
  [
    'a translation of the same language',
    FERRY,
    CITED,
    `${CITED}\n        translation: { text: x, by: y, machine: true }`,
    `${AT_FERRY}:20:9: expected no translation, for the quotation is in "en", got one`,
  ],
];

const sources: Case[] = [
  [
    'another id in the record',
    SOURCES,
    'csl: { id: port',
    'csl: { id: prt',
    `${AT_SOURCES}:16:14: expected "port", the id of the source, got "prt"`,
  ],
  [
    'a checked link without an address',
    SOURCES,
    ', URL: "https://gazette.example/ferry"',
    '',
    `${AT_SOURCES}:5:9: expected csl.URL, for the link is "checked", got none`,
  ],
  [
    'an address of a withheld link',
    SOURCES,
    'id: port, type',
    'id: port, URL: "https://port.example/", type',
    `${AT_SOURCES}:16:20: expected no URL, for the link is "withheld", got one`,
  ],
  [
    'a withheld link without an address',
    SOURCES,
    '  withheldUrl: https://mirror.example/secret\n',
    '',
    `${AT_SOURCES}:13:9: expected withheldUrl, for the link is "withheld", got none`,
  ],
  [
    'a withheld address of a link that is none',
    SOURCES,
    'link: none',
    'link: none\n  withheldUrl: https://mirror.example/x',
    `${AT_SOURCES}:22:3: expected no withheldUrl, for the link is "none", got one`,
  ],
  [
    'a user name in an address',
    SOURCES,
    'https://gazette.example',
    'https://gazette.example@evil.example',
    `${AT_SOURCES}:8:94: expected an address without a user name, got one before the host`,
  ],
  [
    'another protocol',
    SOURCES,
    'https://gazette.example/ferry',
    'ftp://gazette.example',
    `${AT_SOURCES}:8:94: expected an http or https address, got "ftp://gazette.example"`,
  ],
  [
    'a held text of a source read in part',
    SOURCES,
    'seen: full text',
    'seen: excerpt',
    `${AT_SOURCES}:4:9: expected "full text", for the text is held, got "excerpt"`,
  ],
  [
    'a text outside its folder',
    SOURCES,
    'file: gazette.txt',
    'file: ../gazette.txt',
    `${AT_SOURCES}:7:17: expected a file name without a folder, got "../gazette.txt"`,
  ],
  [
    'no archive and no reason',
    SOURCES,
    '  archiveNote: none yet\n',
    '',
    `${AT_SOURCES}:1:3: expected an archived copy, or archiveNote with the reason, got neither`,
  ],
  [
    'a language that is none',
    SOURCES,
    'language: he',
    'language: "?"',
    `${AT_SOURCES}:24:48: expected a language tag such as "he", got "?"`,
  ],
];

tellsThePlaces([...claims, ...citations, ...sources]);

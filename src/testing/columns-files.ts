/** Files of `columns/`: a table in a CSV, and many events beside it. */
export const COLUMNS_FILES: Readonly<Record<string, string>> = {
  'ferries.json': JSON.stringify({
    format: 'sourceline-columns/1',
    title: 'Ferries & boats of the bay',
    subtitle: 'Arrivals and departures.',
    summary: 'What the log of the harbour says.',
    source: { title: 'Log of the harbour', url: 'https://harbour.example/log' },
    licence: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
    csv: { href: 'ferries.csv', columns: { title: 'what', start: 'from', end: 'to', band: 'way', url: 'record' } },
  }),
  'ferries.csv': [
    'what,from,to,way,record',
    'Gull & Tern arrive,2031-03,,Arrivals,https://harbour.example/log/1',
    'Tern is repaired,2031,2033,Departures,',
    'Plover leaves,2034-05-06T10:00Z,,Departures,javascript:alert(1)',
  ].join('\n'),
  'landings.json': JSON.stringify({
    format: 'sourceline-columns/1',
    title: 'Landings',
    source: { title: 'Log of the harbour' },
    columns: {
      title: Array.from({ length: 300 }, (_, i) => `Landing ${i + 1}`),
      start: Array.from({ length: 300 }, (_, i) => Date.UTC(2031, 0, 1) + i * i * 40_000_000),
      weight: Array.from({ length: 300 }, (_, i) => (i * 37) % 200),
      band: Array.from({ length: 300 }, (_, i) => ['North quay', 'South quay'][i % 2]),
    },
  }),
};

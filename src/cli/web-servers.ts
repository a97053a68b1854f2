import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** A web server of the usual kind, as its users would set it up for a folder. */
export type WebServer = {
  readonly name: string;
  /** What must be installed first, for a person to read. */
  readonly missing: string | undefined;
  /** @param folder its own, for its configuration and what it writes */
  readonly start: (folder: string) => Promise<Running>;
};
export type Running = { /** Ends in `/`. */ readonly url: string; readonly stop: () => Promise<void> };

/** @param root the folder that is served, with the file of the build included in the server's block */
export function nginx(root: string): WebServer {
  const program = onPath('nginx');
  return {
    name: 'nginx',
    missing: program === undefined ? 'nginx is not installed (Debian: apt install nginx-light)' : undefined,
    start: async (folder) => {
      const port = await freePort();
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
        (name) => `  ${name}_temp_path "${join(folder, name)}";`,
      );
      const file = join(folder, 'nginx.conf');
      writeFileSync(
        file,
        [
          'daemon off;',
          'worker_processes 1;',
          `pid "${join(folder, 'nginx.pid')}";`,
          'error_log stderr;',
          'events {}',
          'http {',
          '  access_log off;',
          ...temporary,
          `  server { listen 127.0.0.1:${port}; root "${root}"; include "${join(root, 'host/nginx.conf')}"; }`,
          '}',
          '',
        ].join('\n'),
      );
      return running(spawn(program ?? '', ['-p', folder, '-e', 'stderr', '-c', file]), port);
    },
  };
}

const MODULES = ['/usr/lib/apache2/modules', '/usr/lib64/httpd/modules', '/usr/libexec/apache2'];

/** @param root the folder that is served, its `.htaccess` obeyed */
export function apache(root: string): WebServer {
  const program = onPath('apache2') ?? onPath('httpd');
  const modules = MODULES.find((folder) => existsSync(folder));
  return {
    name: 'apache',
    missing:
      program === undefined || modules === undefined
        ? 'Apache is not installed (Debian: apt install apache2-bin)'
        : undefined,
    start: async (folder) => {
      const port = await freePort();
      mkdirSync(join(folder, 'run'), { recursive: true });
      const file = join(folder, 'apache.conf');
      const log = join(folder, 'error.log');
      const types = join(folder, 'mime.types');
      writeFileSync(types, '');
      writeFileSync(
        file,
        [
          `ServerRoot "${folder}"`,
          'ServerName localhost',
          `Listen 127.0.0.1:${port}`,
          `PidFile "${join(folder, 'apache.pid')}"`,
          `DefaultRuntimeDir "${join(folder, 'run')}"`,
          `ErrorLog "${log}"`,
          ...['mpm_event', 'authz_core', 'dir', 'headers', 'mime', 'alias'].map(
            (name) => `LoadModule ${name}_module "${modules}/mod_${name}.so"`,
          ),
          `TypesConfig "${types}"`,
          `DocumentRoot "${root}"`,
          `<Directory "${root}">`,
          '  AllowOverride All',
          '  Require all granted',
          '</Directory>',
          '',
        ].join('\n'),
      );
      return running(spawn(program ?? '', ['-f', file, '-DFOREGROUND']), port, log);
    },
  };
}

function onPath(name: string): string | undefined {
  // Debian keeps servers where only the administrator looks.
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** A port that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/**
 * Waits until the server answers; one that ends before has said why.
 * @param log where it says so, beside its error output
 */
async function running(child: ChildProcess, port: number, log?: string): Promise<Running> {
  let said = '';
  child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const url = `http://127.0.0.1:${port}/`;
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${said}${log ? readFileSync(log, 'utf8') : ''}`);
    await setTimeout(50);
  }
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    (response) => response.arrayBuffer().then(() => true),
    () => false,
  );
}

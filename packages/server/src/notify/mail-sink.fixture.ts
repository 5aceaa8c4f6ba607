/** For tests: a mail server in a few lines, which keeps what it is given; it takes one user and password, or nobody's. */
import { createServer, type Socket } from 'node:net';

export interface MailSink {
  port: number;
  mails: { from: string; to: string[]; text: string }[];
  /** Addresses it refuses. */
  refused: Set<string>;
  stop(): Promise<void>;
}

export async function openMailSink(o: { user?: string; password?: string } = {}): Promise<MailSink> {
  const mails: MailSink['mails'] = [];
  const refused = new Set<string>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let rest = '';
    let mail = { from: '', to: [] as string[], text: '' };
    let isData = false;
    const say = (line: string) => void socket.write(`${line}\r\n`);
    const hear = (line: string) => {
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'EHLO') return say(o.user === undefined ? '250 sink' : '250-sink\r\n250 AUTH PLAIN');
      if (verb === 'AUTH') {
        const [, user, password] = Buffer.from(line.split(' ')[2] ?? '', 'base64')
          .toString()
          .split('\0');
        return say(user === o.user && password === o.password ? '235 in' : '535 no');
      }
      if (verb === 'MAIL') mail = { from: /<(.*?)>/.exec(line)?.[1] ?? '', to: [], text: '' };
      if (verb === 'RCPT') {
        const to = /<(.*?)>/.exec(line)?.[1] ?? '';
        if (refused.has(to)) return say('550 nobody here');
        mail.to.push(to);
      }
      if (verb === 'DATA') {
        isData = true;
        return say('354 go on');
      }
      return say('250 ok');
    };
    socket.on('error', () => {});
    socket.on('data', (part: Buffer) => {
      rest += part.toString();
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (!isData) hear(line);
        else if (line !== '.') mail.text += `${line}\n`;
        else {
          isData = false;
          mails.push(mail);
          say('250 kept');
        }
      }
    });
    say('220 sink');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    mails,
    refused,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * Run by tests as a process of its own, because only a process can be killed: starts or joins the database of a folder,
 * says how in one line of JSON, and stays until it is killed or its input ends.
 */
import { startDatabase } from './start-database.ts';

const [dataFolder = ''] = process.argv.slice(2);
const log = { info: () => {}, warn: () => {}, error: (message: string) => console.error(message) };
const database = await startDatabase({ dataFolder, log });
process.stdout.write(`${JSON.stringify({ attached: database.attached, appUrl: database.appUrl })}\n`);
process.stdin.on('end', () => process.exit(0)).resume();

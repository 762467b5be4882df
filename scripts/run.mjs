// Running another program: its output goes where ours goes, and its exit status comes back.
import { spawn } from 'node:child_process';
import process from 'node:process';

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, cwd?: string, isQuiet?: boolean }} [options] `env` is added to this process's
 *   own; `isQuiet`: what it prints is shown only where it fails
 * @returns {Promise<number>} the exit status; 1 where it could not be started
 */
export function run(command, args, { env = {}, cwd = '.', isQuiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      stdio: isQuiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      cwd,
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(1);
    });
    /** @type {Buffer[]} */
    const printed = [];
    child.stdout?.on('data', (chunk) => printed.push(chunk));
    child.stderr?.on('data', (chunk) => printed.push(chunk));
    child.on('close', (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(printed));
      resolve(code ?? 1);
    });
  });
}

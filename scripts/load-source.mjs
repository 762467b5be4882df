// Loads a TypeScript module of the project into Node, without a build, for as long as it is used.
import { createServer } from 'vite';

/**
 * @template Module, Value
 * @param {string} path from the project's root
 * @param {(module: Module) => Value | Promise<Value>} use
 * @returns {Promise<Value>}
 */
export async function loadSource(path, use) {
  const server = await createServer({
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    return await use(/** @type {Module} */ (await server.ssrLoadModule(path)));
  } finally {
    await server.close();
  }
}

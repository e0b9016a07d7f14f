/** The engine's version: it rises whenever a figure of an existing council file would change. */
export const ENGINE_VERSION = '1.1.0';
